/** What the job may send: batches of JSON objects, each judged by itself. */
@NullMarked
package io.zaigang.dashboard.intake;

import org.jspecify.annotations.NullMarked;
