/** The site plan in force, its versions, and what the page needs of it. */
@NullMarked
package io.zaigang.dashboard.site;

import org.jspecify.annotations.NullMarked;
