/**
 * Official papers: what they say as a list of blocks, and how Word, Excel and a printable page show
 * them. The same paper gives the same bytes, always.
 */
@NullMarked
package io.zaigang.dashboard.circular.paper;

import org.jspecify.annotations.NullMarked;
