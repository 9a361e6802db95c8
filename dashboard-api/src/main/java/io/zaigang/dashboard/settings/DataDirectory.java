package io.zaigang.dashboard.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that holds everything of one installation. */
public final class DataDirectory {

  private DataDirectory() {}

  /**
   * Makes it where it is absent.
   *
   * @return its absolute path
   * @throws StartupProblem when it cannot be made, or not be used by this user
   */
  public static Path prepare(Path path) {
    Path dir = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(dir);
    } catch (FileAlreadyExistsException e) {
      throw new StartupProblem("Data directory " + dir + " cannot be made: a file is in its place");
    } catch (AccessDeniedException e) {
      throw new StartupProblem(
          "Data directory " + dir + " cannot be made: this user may not write above it");
    } catch (IOException e) {
      throw new StartupProblem("Data directory " + dir + " cannot be made: " + e.getMessage());
    }
    if (!Files.isReadable(dir) || !Files.isWritable(dir) || !Files.isExecutable(dir)) {
      throw new StartupProblem(
          "Data directory " + dir + " cannot be read and written by this user: check its owner");
    }
    return dir;
  }
}
