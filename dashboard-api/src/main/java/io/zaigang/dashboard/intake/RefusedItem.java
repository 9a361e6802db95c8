package io.zaigang.dashboard.intake;

import java.util.List;

/**
 * An item that will never be taken as it is.
 *
 * @param index its place in the array that was sent, from 0
 * @param problems everything that is wrong with it
 */
public record RefusedItem(int index, List<String> problems) {}
