package io.zaigang.domain.circular;

/**
 * A service window in a circular, as it was called that week, and how its working time was spent.
 *
 * @param unit 主管单位
 */
public record CircularWindow(String id, String name, String unit, WindowTime time) {}
