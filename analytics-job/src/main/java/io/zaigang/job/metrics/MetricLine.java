package io.zaigang.job.metrics;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;

/**
 * One metric as Prometheus reads it, named and labelled as Flink's own reporter would: {@code
 * flink_SCOPE_NAME{label="value"} number}.
 */
record MetricLine(Metric metric, String name, String labels) {

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-zA-Z0-9_]");
  private static final double[] QUANTILES = {0.5, 0.95, 0.99};

  static MetricLine of(Metric metric, String name, MetricGroup group) {
    String scope =
        group instanceof LogicalScopeProvider provider
            ? provider.getLogicalScope(characters -> characters, '_')
            : "";
    Map<String, String> labels = new TreeMap<>();
    group
        .getAllVariables()
        .forEach((key, value) -> labels.put(legal(key.replaceAll("[<>]", "")), value));
    return new MetricLine(
        metric,
        "flink_" + legal(scope) + "_" + legal(name),
        labels.entrySet().stream()
            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
            .collect(Collectors.joining(",")));
  }

  /** All of them; lines of one name stand together, as the format asks. */
  static String text(Collection<MetricLine> lines) {
    Map<String, List<MetricLine>> byName =
        lines.stream()
            .sorted(Comparator.comparing(MetricLine::name).thenComparing(MetricLine::labels))
            .collect(
                Collectors.groupingBy(MetricLine::name, LinkedHashMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder();
    byName.forEach(
        (name, same) -> {
          text.append("# TYPE ").append(name).append(' ').append(same.get(0).type()).append('\n');
          same.forEach(line -> line.appendTo(text));
        });
    return text.toString();
  }

  private String type() {
    return metric instanceof Histogram ? "summary" : "gauge";
  }

  private void appendTo(StringBuilder text) {
    if (metric instanceof Histogram histogram) {
      HistogramStatistics statistics = histogram.getStatistics();
      for (double quantile : QUANTILES) {
        String labelled = labels + (labels.isEmpty() ? "" : ",") + "quantile=\"" + quantile + '"';
        append(text, name, labelled, statistics.getQuantile(quantile));
      }
      append(text, name + "_count", labels, histogram.getCount());
    } else if (metric instanceof Counter counter) {
      append(text, name, labels, counter.getCount());
    } else if (metric instanceof Meter meter) {
      append(text, name, labels, meter.getRate());
    } else if (metric instanceof Gauge<?> gauge && gauge.getValue() instanceof Number number) {
      append(text, name, labels, number.doubleValue());
    }
  }

  private static void append(StringBuilder text, String name, String labels, double value) {
    text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
  }

  private static String legal(String name) {
    return NOT_IN_NAMES.matcher(name).replaceAll("_");
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
