package io.zaigang.dashboard.stream;

/**
 * Something desks are told about.
 *
 * @param number see {@link ChangeNumbers}
 * @param event name of the event in the stream
 * @param body what becomes the event's JSON
 */
public record Change(long number, String event, Object body) {}
