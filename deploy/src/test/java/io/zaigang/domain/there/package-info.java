/** The other half of a cycle between packages, made on purpose. */
@NullMarked
package io.zaigang.domain.there;

import org.jspecify.annotations.NullMarked;
