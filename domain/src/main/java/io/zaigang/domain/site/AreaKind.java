package io.zaigang.domain.site;

/** Which side of the counter an area is on. Only staff areas are watched for gatherings. */
public enum AreaKind {
  STAFF_AREA,
  PUBLIC_AREA
}
