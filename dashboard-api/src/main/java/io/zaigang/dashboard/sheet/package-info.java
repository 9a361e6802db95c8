/** 导入: lists of the hall from Excel and CSV, previewed whole before anything is stored. */
@NullMarked
package io.zaigang.dashboard.sheet;

import org.jspecify.annotations.NullMarked;
