package io.zaigang.job.analyze;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process has spent since a moment. */
public final class RunCost {

  private static final double NANOS = 1e9;

  private final long wallNanos = System.nanoTime();
  private final long cpuNanos = cpu();

  private RunCost() {}

  public static RunCost start() {
    return new RunCost();
  }

  public double wallSeconds() {
    return (System.nanoTime() - wallNanos) / NANOS;
  }

  public double cpuSeconds() {
    return (cpu() - cpuNanos) / NANOS;
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
