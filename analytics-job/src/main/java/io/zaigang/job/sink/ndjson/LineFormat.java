package io.zaigang.job.sink.ndjson;

import java.io.Serializable;

/** An element as one line of text. */
@FunctionalInterface
public interface LineFormat<T> extends Serializable {
  String line(T element);
}
