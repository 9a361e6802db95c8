/** Which post a person seen in a picture belongs to. */
@NullMarked
package io.zaigang.domain.assignment;

import org.jspecify.annotations.NullMarked;
