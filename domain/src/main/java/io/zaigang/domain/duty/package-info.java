/** Who is expected where and when: A and B posts, guide duty, absences, closures. */
@NullMarked
package io.zaigang.domain.duty;

import org.jspecify.annotations.NullMarked;
