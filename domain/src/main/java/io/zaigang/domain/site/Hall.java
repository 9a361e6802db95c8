package io.zaigang.domain.site;

import java.time.ZoneId;

/** 大厅: the site; it has one time zone. */
public record Hall(String id, String name, ZoneId timeZone) {}
