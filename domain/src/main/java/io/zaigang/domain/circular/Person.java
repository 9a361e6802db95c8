package io.zaigang.domain.circular;

/** Someone the roster or the punch records know; never someone a picture was taken for. */
public record Person(String id, String name) {}
