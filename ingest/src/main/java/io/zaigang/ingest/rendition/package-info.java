/**
 * Renditions of clips for people: place, time and zones burnt in, bystanders made unrecognisable.
 */
@NullMarked
package io.zaigang.ingest.rendition;

import org.jspecify.annotations.NullMarked;
