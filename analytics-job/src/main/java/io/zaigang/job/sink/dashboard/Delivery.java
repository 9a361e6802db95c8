package io.zaigang.job.sink.dashboard;

import java.io.Serializable;

/**
 * One object on its way to the dashboard.
 *
 * @param key what it is about, for messages and for {@link Superseding}
 * @param json the object
 */
public record Delivery(String key, String json) implements Serializable {}
