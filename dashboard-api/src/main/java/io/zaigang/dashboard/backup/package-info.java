/** Copies of an installation to keep elsewhere, and their return. */
@NullMarked
package io.zaigang.dashboard.backup;

import org.jspecify.annotations.NullMarked;
