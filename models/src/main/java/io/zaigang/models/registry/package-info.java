/** Which models there are, what they may be given and what they say: {@code models.yaml}. */
@NullMarked
package io.zaigang.models.registry;

import org.jspecify.annotations.NullMarked;
