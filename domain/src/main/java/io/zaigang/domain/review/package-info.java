/** What people make of an incident: verdicts, appeals and their decisions. */
@NullMarked
package io.zaigang.domain.review;

import org.jspecify.annotations.NullMarked;
