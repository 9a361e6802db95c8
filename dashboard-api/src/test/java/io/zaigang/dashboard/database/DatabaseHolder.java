package io.zaigang.dashboard.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that owns an embedded database until it is killed. */
public final class DatabaseHolder {

  private DatabaseHolder() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedDatabase database = EmbeddedDatabase.own(Path.of(arguments[0]));
    System.out.println("open " + database.url());
    System.out.flush();
    new CountDownLatch(1).await();
  }
}
