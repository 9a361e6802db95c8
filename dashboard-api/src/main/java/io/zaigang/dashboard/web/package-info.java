/** What all answers have in common: times, problems, the page and its assets. */
@NullMarked
package io.zaigang.dashboard.web;

import org.jspecify.annotations.NullMarked;
