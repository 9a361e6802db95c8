package io.zaigang.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule against the real code, and against a fixture that breaks it. */
class ArchitectureTest {

  private static JavaClasses all;

  @BeforeAll
  static void readClasses() {
    all = CompiledModules.all();
  }

  /**
   * Each rule with the package of its fixture, and the class there that must be named as guilty.
   */
  static Stream<Arguments> rules() {
    return Stream.of(
        rule(DependencyRules.DOMAIN_KNOWS_ONLY_THE_JDK, "domain.fixture", "KnowsJson"),
        rule(DependencyRules.INGEST_KNOWS_ONLY_THE_DOMAIN, "ingest.fixture", "KnowsModels"),
        rule(DependencyRules.MODELS_KNOW_ONLY_THE_DOMAIN, "models.fixture", "KnowsIngest"),
        rule(DependencyRules.JOB_DOES_NOT_KNOW_THE_DASHBOARD, "job.fixture", "KnowsDashboard"),
        rule(
            DependencyRules.DASHBOARD_KNOWS_NEITHER_JOB_NOR_MODELS,
            "dashboard.fixture",
            "KnowsJob"),
        rule(
            DependencyRules.VIDEO_LIBRARIES_STAY_BEHIND_ONE_PACKAGE, "job.fixture", "DecodesVideo"),
        rule(
            DependencyRules.MODELS_USE_OPENCV_ALONE_OF_THE_VIDEO_LIBRARIES,
            "models.fixture",
            "DecodesVideo"),
        rule(DependencyRules.INFERENCE_STAYS_IN_MODELS, "job.fixture", "RunsInference"),
        rule(DependencyRules.FLINK_STAYS_IN_THE_JOB, "dashboard.fixture", "UsesFlink"),
        rule(DependencyRules.SPRING_STAYS_IN_THE_DASHBOARD, "ingest.fixture", "UsesSpring"),
        rule(DependencyRules.ONE_LOGGING_FACADE, "ingest.fixture", "LogsItsOwnWay"),
        rule(DependencyRules.ONE_JSON_LIBRARY, "job.fixture", "UsesOldJackson"),
        rule(DependencyRules.packagesAreFreeOfCyclesIn("domain"), "domain", "Slice there"),
        rule(ConventionRules.NAMES_SAY_WHAT_A_CLASS_DOES, "dashboard.fixture", "IncidentManager"),
        rule(
            ConventionRules.EVERY_PACKAGE_IS_NULL_MARKED,
            "models.fixture",
            "models.fixture.unmarked"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void holdsInEveryModule(ArchRule rule) {
    rule.check(all);
  }

  @ParameterizedTest(name = "{1} / {2}: {0}")
  @MethodSource("rules")
  void catchesItsFixture(ArchRule rule, String fixture, String guilty) {
    assertThatThrownBy(() -> rule.check(CompiledModules.fixture("io.zaigang." + fixture)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(guilty);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void keepsPackagesOfAModuleFreeOfCycles(String module) {
    DependencyRules.packagesAreFreeOfCyclesIn(module).check(all);
  }

  @Test
  void seesEveryModule() {
    assertThat(all.stream().map(type -> type.getPackageName().split("\\.")[2]).distinct())
        .containsExactlyInAnyOrderElementsOf(modules().toList());
  }

  private static Stream<String> modules() {
    return Stream.of("domain", "ingest", "models", "job", "dashboard");
  }

  private static Arguments rule(ArchRule rule, String fixture, String guilty) {
    return Arguments.of(rule, fixture, guilty);
  }
}
