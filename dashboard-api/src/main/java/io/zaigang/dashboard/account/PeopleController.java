package io.zaigang.dashboard.account;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is behind a user name, for all who see user names: verdicts, comments, the register. */
@RestController
class PeopleController {

  private final AccountStore store;

  PeopleController(AccountStore store) {
    this.store = store;
  }

  /** Someone who may sign in, or once might. */
  record PersonName(String username, String displayName) {}

  /** Everybody's name, by user name. */
  @GetMapping("/api/people")
  List<PersonName> people() {
    return store.all().stream()
        .map(account -> new PersonName(account.username(), account.rights().displayName()))
        .toList();
  }
}
