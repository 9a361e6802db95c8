/** 长时间看手机: prolonged phone use by one person on post. */
@NullMarked
package io.zaigang.domain.phone;

import org.jspecify.annotations.NullMarked;
