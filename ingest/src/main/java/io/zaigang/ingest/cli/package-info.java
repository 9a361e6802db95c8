/** The command line of this module. */
@NullMarked
package io.zaigang.ingest.cli;

import org.jspecify.annotations.NullMarked;
