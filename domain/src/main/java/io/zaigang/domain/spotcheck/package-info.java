/**
 * 视频抽查: which windows are looked at when, drawn so that nobody can choose and everybody gets a
 * turn.
 */
@NullMarked
package io.zaigang.domain.spotcheck;

import org.jspecify.annotations.NullMarked;
