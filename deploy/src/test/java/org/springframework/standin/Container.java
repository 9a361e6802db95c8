package org.springframework.standin;

/** Stands in for the library's own classes, so that a fixture can name its package without it. */
public final class Container {}
