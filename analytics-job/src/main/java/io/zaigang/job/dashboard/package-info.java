/** The dashboard as the job knows it: where it is, and the site plan that it owns. */
@NullMarked
package io.zaigang.job.dashboard;

import org.jspecify.annotations.NullMarked;
