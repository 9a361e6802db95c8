/** Command line of the models: what {@code zaigang evaluate} calls. */
@NullMarked
package io.zaigang.models.cli;

import org.jspecify.annotations.NullMarked;
