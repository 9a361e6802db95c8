package io.zaigang.job.metrics;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** How Flink makes a {@link PrometheusEndpoint}; found as a service. */
public final class PrometheusEndpointFactory implements MetricReporterFactory {

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new PrometheusEndpoint();
  }
}
