/** How well the configured models find what people have labelled: COCO's measures. */
@NullMarked
package io.zaigang.models.evaluate;

import org.jspecify.annotations.NullMarked;
