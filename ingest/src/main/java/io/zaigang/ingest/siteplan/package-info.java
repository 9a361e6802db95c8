/** The site plan as a YAML file, read and written with line numbers. */
@NullMarked
package io.zaigang.ingest.siteplan;

import org.jspecify.annotations.NullMarked;
