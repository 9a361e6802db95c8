package io.zaigang.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An archive for tests of what is copied and deleted. */
final class ArchiveInMemory implements Archive {

  private record Kept(byte[] bytes, String sha256) {}

  private final SortedMap<String, Kept> files = new TreeMap<>();

  /** Names in the order in which they were sent. */
  final List<String> sent = new ArrayList<>();

  int lists;

  List<String> names() {
    return List.copyOf(files.keySet());
  }

  void replace(String name, byte[] bytes, String sha256) {
    files.put(name, new Kept(bytes, sha256));
  }

  @Override
  public void put(String name, Path file, String sha256) throws IOException {
    files.put(name, new Kept(Files.readAllBytes(file), sha256));
    sent.add(name);
  }

  @Override
  public Optional<String> get(String name, Path to) throws IOException {
    Files.write(to, files.get(name).bytes());
    return Optional.of(files.get(name).sha256());
  }

  @Override
  public Optional<String> sha256(String name) {
    return Optional.ofNullable(files.get(name)).map(Kept::sha256);
  }

  @Override
  public List<StoredFile> list(String prefix) {
    lists++;
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(prefix))
        .map(file -> new StoredFile(file.getKey(), file.getValue().bytes().length))
        .toList();
  }

  @Override
  public List<String> folders(String prefix) {
    return files.keySet().stream()
        .filter(name -> name.startsWith(prefix) && name.indexOf('/', prefix.length()) > 0)
        .map(name -> name.substring(prefix.length(), name.indexOf('/', prefix.length())))
        .distinct()
        .toList();
  }

  @Override
  public void delete(String name) {
    files.remove(name);
  }

  @Override
  public void close() {}
}
