/** How much of each minute of each camera was recorded: the system's own proof of watching. */
@NullMarked
package io.zaigang.dashboard.camerahealth;

import org.jspecify.annotations.NullMarked;
