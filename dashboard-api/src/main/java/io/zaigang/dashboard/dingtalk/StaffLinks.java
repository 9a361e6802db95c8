package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.dingtalk.DingtalkFailure.Kind;
import io.zaigang.dashboard.dingtalk.DingtalkPeople.User;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.duty.StaffStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out who of the staff list is who in DingTalk: the same 工号 and the same name. A name alone
 * is not enough, since somebody's discipline hangs on whose punches are whose.
 */
final class StaffLinks {

  private final DingtalkPeople people;
  private final StaffStore staff;

  StaffLinks(DingtalkPeople people, StaffStore staff) {
    this.people = people;
    this.staff = staff;
  }

  /**
   * Links whoever can be; asks nothing where all are. An application that may not read the address
   * book is a problem and no failure: the rest goes on.
   *
   * @param today who works in the hall then
   * @param problems gets a line for each who cannot be linked for sure
   * @return staff ids of those linked now
   */
  List<String> link(LocalDate today, List<String> problems) {
    List<Staff> all = staff.all();
    List<Staff> unlinked =
        all.stream().filter(p -> p.dingtalkUserId() == null && p.worksOn(today)).toList();
    if (unlinked.isEmpty()) {
      return List.of();
    }
    List<User> users;
    try {
      users = people.users();
    } catch (DingtalkFailure failure) {
      if (failure.kind() == Kind.FINAL) {
        problems.add(String.valueOf(failure.getMessage()));
        return List.of();
      }
      throw failure;
    }
    Set<String> taken =
        all.stream()
            .map(Staff::dingtalkUserId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return link(unlinked, users, new HashSet<>(taken), problems);
  }

  private List<String> link(
      List<Staff> unlinked, List<User> users, Set<String> taken, List<String> problems) {
    Map<String, List<User>> byNumber =
        users.stream()
            .filter(user -> !user.jobNumber().isEmpty())
            .collect(Collectors.groupingBy(User::jobNumber));
    List<String> linked = new ArrayList<>();
    for (Staff person : unlinked) {
      List<User> same = byNumber.getOrDefault(person.id(), List.of());
      if (same.size() == 1 && same.get(0).name().equals(person.name())) {
        User user = same.get(0);
        if (taken.add(user.userId()) && staff.link(person.id(), user.userId())) {
          linked.add(person.id());
        }
      } else if (!same.isEmpty()) {
        problems.add(
            "工号 %s is %s here and %s in DingTalk: not linked"
                .formatted(
                    person.id(),
                    person.name(),
                    same.stream().map(User::name).collect(Collectors.joining("、"))));
      }
    }
    return linked;
  }
}
