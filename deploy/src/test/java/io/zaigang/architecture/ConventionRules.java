package io.zaigang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** House rules on names and packages that a machine can check; the rest is in CONTRIBUTING.md. */
final class ConventionRules {

  private ConventionRules() {}

  static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
      noClasses()
          .that()
          .resideInAnyPackage("io.zaigang..")
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveNameMatching(".*Utils?")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameStartingWith("Common")
          .orShould()
          .haveNameMatching(".*\\.Base[A-Z]\\w*")
          .because("these words fit every class and describe none");

  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes()
          .that()
          .resideInAnyPackage("io.zaigang..")
          .should(liveInAPackageMarkedFor())
          .because(
              "NullAway checks what is marked, and the package's sentence says what it is for");

  private static ArchCondition<JavaClass> liveInAPackageMarkedFor() {
    return new ArchCondition<>("live in a package whose package-info.java has @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        JavaPackage home = item.getPackage();
        boolean marked =
            home.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        if (!marked) {
          events.add(
              SimpleConditionEvent.violated(
                  item, item.getName() + ": package " + home.getName() + " is not @NullMarked"));
        }
      }
    };
  }
}
