package io.zaigang.dashboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.PlanMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanProblemTextsTest {

  /** A code without a text would be shown in English on a Chinese page. */
  @Test
  void thePageHasAChineseTextForEveryMistake() throws IOException {
    String texts = Files.readString(Path.of("ui", "src", "i18n", "planProblems.ts"));
    for (PlanMistake mistake : PlanMistake.values()) {
      assertThat(texts).contains("    " + mistake.name() + ": ");
    }
    for (String own :
        new String[] {"CLOSURES_ELSEWHERE", "HOST_OUTSIDE", "GIVE_AGAIN", "NAME_IN_BRACES"}) {
      assertThat(texts).contains("    " + own + ": ");
    }
  }
}
