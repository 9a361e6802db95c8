package io.zaigang.domain.site;

import java.util.List;

/** 岗位: one seat behind a counter, seen in one or more zones. */
public record Post(String id, String name, List<Zone> zones) {

  public Post {
    zones = List.copyOf(zones);
  }
}
