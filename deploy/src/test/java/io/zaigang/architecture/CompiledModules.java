package io.zaigang.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The compiled classes that the rules are held against: every module's main code, or one fixture.
 */
final class CompiledModules {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> MODULES =
      List.of("domain", "ingest", "models", "analytics-job", "dashboard-api");

  private CompiledModules() {}

  /**
   * Main classes of all modules. A module that was not compiled is an error, never an empty set.
   */
  static JavaClasses all() {
    List<Path> folders = MODULES.stream().map(CompiledModules::classesOf).toList();
    return importer().importPaths(folders);
  }

  /**
   * The classes of one fixture package below {@code io.zaigang}, which lives in the test sources.
   */
  static JavaClasses fixture(String packageName) {
    JavaClasses classes = importer().importPackages(packageName);
    if (classes.isEmpty()) {
      throw new IllegalStateException("no fixture classes in " + packageName);
    }
    return classes;
  }

  private static Path classesOf(String module) {
    Path classes = ROOT.resolve(module).resolve("target/classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(
          classes + " is missing: compile all modules first (mvn test from the root)");
    }
    return classes;
  }

  private static ClassFileImporter importer() {
    return new ClassFileImporter();
  }
}
