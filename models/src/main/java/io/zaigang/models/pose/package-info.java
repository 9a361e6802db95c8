/** Where a person's hands, face and hips are. */
@NullMarked
package io.zaigang.models.pose;

import org.jspecify.annotations.NullMarked;
