/** Whether someone is at a post: evidence filtered over time, cameras fused, changes debounced. */
@NullMarked
package io.zaigang.domain.presence;

import org.jspecify.annotations.NullMarked;
