package io.zaigang.dashboard.spotcheck;

import io.zaigang.domain.spotcheck.CheckItem;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list as the checker filled it in.
 *
 * @param remark what was seen; a finding must have one
 */
record CheckedItem(CheckItem item, ItemVerdict verdict, @Nullable @Size(max = 500) String remark) {

  CheckedItem {
    remark = remark == null || remark.isBlank() ? null : remark.strip();
  }
}
