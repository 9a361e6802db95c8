package io.zaigang.domain.duty;

/** A岗 works at the window; B岗 stands in when A is away. */
public enum PostRole {
  A,
  B
}
