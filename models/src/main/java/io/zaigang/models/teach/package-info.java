/** Teaching the phone stage from a site's own verdicts: what {@code zaigang teach} fits. */
@NullMarked
package io.zaigang.models.teach;

import org.jspecify.annotations.NullMarked;
