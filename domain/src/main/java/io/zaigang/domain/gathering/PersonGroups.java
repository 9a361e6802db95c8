package io.zaigang.domain.gathering;

import io.zaigang.domain.geometry.Box;
import java.util.List;

/**
 * Who stands with whom: two people are linked when the gap between their boxes is under {@code
 * reach} times their mean box height, and a group is whoever is linked, directly or through others.
 * Heights make the measure the same near the camera and far from it.
 */
final class PersonGroups {

  private PersonGroups() {}

  /** Size of the largest group; 0 without people. */
  static int largest(List<Box> persons, double reach) {
    int[] leader = new int[persons.size()];
    int[] size = new int[persons.size()];
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      size[i] = 1;
    }
    int largest = Math.min(1, leader.length);
    for (int i = 0; i < leader.length; i++) {
      for (int j = i + 1; j < leader.length; j++) {
        int a = find(leader, i);
        int b = find(leader, j);
        if (a != b && linked(persons.get(i), persons.get(j), reach)) {
          leader[b] = a;
          size[a] += size[b];
          largest = Math.max(largest, size[a]);
        }
      }
    }
    return largest;
  }

  private static int find(int[] leader, int person) {
    int at = person;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }

  private static boolean linked(Box a, Box b, double reach) {
    double gapX = Math.max(0, Math.max(a.x(), b.x()) - Math.min(a.right(), b.right()));
    double gapY = Math.max(0, Math.max(a.y(), b.y()) - Math.min(a.bottom(), b.bottom()));
    return Math.hypot(gapX, gapY) < reach * (a.height() + b.height()) / 2;
  }
}
