/** Which camera is read by which subtask: follows the site plan, keeps the load even. */
@NullMarked
package io.zaigang.job.source.enumerator;

import org.jspecify.annotations.NullMarked;
