/** Holds the dependency rules of ARCHITECTURE.md as tests, each with a fixture that breaks it. */
@NullMarked
package io.zaigang.architecture;

import org.jspecify.annotations.NullMarked;
