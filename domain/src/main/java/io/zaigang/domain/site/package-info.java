/** The site plan: hall, calendar, rules, cameras, service windows, posts and areas. */
@NullMarked
package io.zaigang.domain.site;

import org.jspecify.annotations.NullMarked;
