/** Where the job gets the site plan in force. */
@NullMarked
package io.zaigang.job.site;

import org.jspecify.annotations.NullMarked;
