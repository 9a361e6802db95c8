/** 柜台内聚集说话: several staff close together inside the counter for long. */
@NullMarked
package io.zaigang.domain.gathering;

import org.jspecify.annotations.NullMarked;
