package io.zaigang.domain.circular;

import io.zaigang.domain.incident.IncidentType;
import java.util.Optional;

/** What a circular may name, in the order in which it does. */
public enum OffenceKind {
  VACANCY("空岗"),
  PHONE_USE("长时间看手机"),
  GATHERING("柜台内聚集说话"),
  MISSED_PUNCH("未按要求打卡"),
  CHECK_FINDING("视频抽查发现问题");

  private final String words;

  OffenceKind(String words) {
    this.words = words;
  }

  /** The hall's own words for it. */
  public String words() {
    return words;
  }

  /** The kind an incident is; none for a notice (离岗有人顶岗), which is no violation. */
  public static Optional<OffenceKind> of(IncidentType type) {
    return switch (type) {
      case VACANCY -> Optional.of(VACANCY);
      case PHONE_USE -> Optional.of(PHONE_USE);
      case GATHERING -> Optional.of(GATHERING);
      case POST_UNATTENDED -> Optional.empty();
    };
  }
}
