package io.zaigang.models.teach;

import io.zaigang.models.phone.TaughtHead;
import org.jspecify.annotations.Nullable;

/**
 * What came of teaching.
 *
 * @param confirmed incidents that people confirmed
 * @param dismissed incidents that people dismissed
 * @param days on how many days they were
 * @param lossBefore log loss of an incident with the head in use, its steepness and middle fitted
 *     on the other days; both verdicts counting alike
 * @param lossAfter the same with a head taught on the other days
 * @param gainError standard error of the difference, days being independent
 * @param head the head taught on all days; null when the gain may be chance
 * @param says in a sentence what came of it
 */
public record Teaching(
    int confirmed,
    int dismissed,
    int days,
    double lossBefore,
    double lossAfter,
    double gainError,
    @Nullable TaughtHead head,
    String says) {}
