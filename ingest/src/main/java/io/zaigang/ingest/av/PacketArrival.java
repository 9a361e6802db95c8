package io.zaigang.ingest.av;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * When a packet came in.
 *
 * @param at on our wall clock
 * @param nanos on the monotonic clock
 * @param senderMicros the camera's own wall clock when it took the picture, in microseconds since
 *     the epoch; empty where it does not tell
 */
public record PacketArrival(Instant at, long nanos, OptionalLong senderMicros) {}
