/** What the operator sets, checked before anything is started. */
@NullMarked
package io.zaigang.dashboard.settings;

import org.jspecify.annotations.NullMarked;
