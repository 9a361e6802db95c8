package io.zaigang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. The picture behind these rules is in ARCHITECTURE.md. */
final class DependencyRules {

  static final String DOMAIN = "io.zaigang.domain..";
  static final String INGEST = "io.zaigang.ingest..";
  static final String MODELS = "io.zaigang.models..";
  static final String JOB = "io.zaigang.job..";
  static final String DASHBOARD = "io.zaigang.dashboard..";

  private static final String[] OTHER_THAN_DASHBOARD = {DOMAIN, INGEST, MODELS, JOB};
  private static final String[] OTHER_THAN_JOB = {DOMAIN, INGEST, MODELS, DASHBOARD};
  private static final String[] OTHER_THAN_MODELS = {DOMAIN, INGEST, JOB, DASHBOARD};

  private DependencyRules() {}

  static final ArchRule DOMAIN_KNOWS_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(DOMAIN, "java..", "org.jspecify.annotations..")
          .because("the hall's rules outlive every framework around them");

  static final ArchRule INGEST_KNOWS_ONLY_THE_DOMAIN =
      noClasses()
          .that()
          .resideInAPackage(INGEST)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MODELS, JOB, DASHBOARD)
          .because("the recorder goes on when everything else is down");

  static final ArchRule MODELS_KNOW_ONLY_THE_DOMAIN =
      noClasses()
          .that()
          .resideInAPackage(MODELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INGEST, JOB, DASHBOARD)
          .because("a detector takes a picture, wherever it came from");

  static final ArchRule JOB_DOES_NOT_KNOW_THE_DASHBOARD =
      noClasses()
          .that()
          .resideInAPackage(JOB)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(DASHBOARD)
          .because("job and dashboard meet over HTTP only");

  static final ArchRule DASHBOARD_KNOWS_NEITHER_JOB_NOR_MODELS =
      noClasses()
          .that()
          .resideInAPackage(DASHBOARD)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JOB, MODELS)
          .because("job and dashboard meet over HTTP only");

  static final ArchRule VIDEO_LIBRARIES_STAY_BEHIND_ONE_PACKAGE =
      noClasses()
          .that()
          .resideInAnyPackage("io.zaigang..")
          .and()
          .resideOutsideOfPackages("io.zaigang.ingest.av..", MODELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..")
          .because("native memory has one keeper");

  static final ArchRule MODELS_USE_OPENCV_ALONE_OF_THE_VIDEO_LIBRARIES =
      noClasses()
          .that()
          .resideInAPackage(MODELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco.ffmpeg..", "org.bytedeco.javacv..")
          .because("pictures are decoded in ingest and nowhere else");

  static final ArchRule INFERENCE_STAYS_IN_MODELS =
      noClasses()
          .that()
          .resideInAnyPackage(OTHER_THAN_MODELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "ai.onnxruntime..", "org.tribuo..")
          .because("another inference engine must be a change to one module");

  static final ArchRule FLINK_STAYS_IN_THE_JOB =
      noClasses()
          .that()
          .resideInAnyPackage(OTHER_THAN_JOB)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..")
          .because("the rules also run in the dashboard and on the command line");

  static final ArchRule SPRING_STAYS_IN_THE_DASHBOARD =
      noClasses()
          .that()
          .resideInAnyPackage(OTHER_THAN_DASHBOARD)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")
          .because("a recorder needs no container");

  static final ArchRule ONE_LOGGING_FACADE =
      noClasses()
          .that()
          .resideInAnyPackage("io.zaigang..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..", "org.apache.logging.log4j..", "org.apache.commons.logging..")
          .because("everything logs through slf4j");

  static final ArchRule ONE_JSON_LIBRARY =
      noClasses()
          .that()
          .resideInAnyPackage("io.zaigang..")
          .and()
          // the OpenAPI library speaks Jackson 2 to those who extend it
          .areNotAssignableTo("io.swagger.v3.core.converter.ModelConverter")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.google.gson..", "org.json..")
          .because("JSON is Jackson 3 (tools.jackson) everywhere");

  static ArchRule packagesAreFreeOfCyclesIn(String module) {
    return slices()
        .matching("io.zaigang." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a package that needs its own user cannot be read alone");
  }
}
