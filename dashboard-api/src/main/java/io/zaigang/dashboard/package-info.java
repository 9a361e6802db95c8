/** The desk's back end: starts the application. */
@NullMarked
package io.zaigang.dashboard;

import org.jspecify.annotations.NullMarked;
