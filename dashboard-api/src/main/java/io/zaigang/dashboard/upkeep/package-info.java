/** How the installation does: its models and its storage, as the settings show them. */
@NullMarked
package io.zaigang.dashboard.upkeep;

import org.jspecify.annotations.NullMarked;
