/** Whether a camera's picture can be used at all: dark, covered, blurred, frozen, turned away. */
@NullMarked
package io.zaigang.models.condition;

import org.jspecify.annotations.NullMarked;
