package io.zaigang.dashboard.notify;

import io.zaigang.domain.incident.IncidentType;

/** What people may be told of. */
enum Topic {
  VACANCY("空岗"),
  POST_UNATTENDED("离岗（有人顶岗）"),
  PHONE_USE("长时间看手机"),
  GATHERING("柜台内聚集说话"),
  /** Somebody appealed: the supervisor has something to decide. */
  APPEAL("申诉待裁定");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  static Topic of(IncidentType type) {
    return valueOf(type.name());
  }

  /** As the hall says it. */
  String title() {
    return title;
  }
}
