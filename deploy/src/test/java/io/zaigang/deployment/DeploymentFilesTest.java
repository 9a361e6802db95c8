package io.zaigang.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeploymentFilesTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path DEPLOY = ROOT.resolve("deploy");

  /** A metric of ours, or one that the job registers. */
  private static final Pattern OWN_METRIC =
      Pattern.compile("(?:zaigang|flink_taskmanager_job_task_operator)_([A-Za-z_]+)");

  @Test
  void everyMetricOfAlertsAndDashboardsIsOneThatSomeProcessHas() throws IOException {
    String code =
        sources("ingest", "analytics-job", "dashboard-api").replaceAll("\"zaigang\\.", "\"");
    List<Path> files = new ArrayList<>(List.of(DEPLOY.resolve("prometheus/alerts.yaml")));
    files.addAll(filesUnder("grafana/dashboards", ".json"));

    Set<String> unknown = new TreeSet<>();
    int found = 0;
    for (Path file : files) {
      Matcher metric = OWN_METRIC.matcher(Files.readString(file));
      while (metric.find()) {
        found++;
        String name = metric.group(1).replaceFirst("^(recorder|camera)_", "");
        if (!code.contains('"' + name + '"')
            && !code.contains('"' + name.replace('_', '.') + '"')) {
          unknown.add(metric.group());
        }
      }
    }

    assertThat(found).isGreaterThan(10);
    assertThat(unknown).isEmpty();
  }

  @Test
  void dashboardsNameTheirSourcesAndDoNotShareIds() throws IOException {
    Set<String> sources =
        yaml(DEPLOY.resolve("grafana/provisioning/datasources/zaigang.yaml")).stream()
            .flatMap(document -> maps(document.get("datasources")).stream())
            .map(source -> String.valueOf(source.get("uid")))
            .collect(Collectors.toSet());
    Set<String> ids = new TreeSet<>();
    for (Path file : filesUnder("grafana/dashboards", ".json")) {
      JsonNode dashboard = JsonMapper.builder().build().readTree(file.toFile());
      assertThat(ids.add(dashboard.get("uid").asString())).as(file.toString()).isTrue();
      for (JsonNode panel : dashboard.get("panels")) {
        assertThat(sources).contains(panel.get("datasource").get("uid").asString());
      }
    }
    assertThat(ids).hasSize(3);
  }

  @Test
  void podsRunWithoutRightsAndUseOnlyWhatIsDeclared() throws IOException {
    List<Map<String, Object>> objects = yaml(DEPLOY.resolve("kubernetes/zaigang.yaml"));
    assertThat(objects).allMatch(o -> o.containsKey("apiVersion") && o.containsKey("kind"));
    Set<String> claims = names(objects, "PersistentVolumeClaim");
    List<Map<String, Object>> pods =
        objects.stream()
            .filter(o -> List.of("StatefulSet", "Deployment").contains(o.get("kind")))
            .map(o -> map(map(map(o.get("spec")).get("template")).get("spec")))
            .toList();
    assertThat(pods).hasSize(2);
    for (Map<String, Object> pod : pods) {
      assertThat(map(pod.get("securityContext"))).containsEntry("runAsNonRoot", true);
      Set<Object> volumes =
          maps(pod.get("volumes")).stream().map(v -> v.get("name")).collect(Collectors.toSet());
      for (Map<String, Object> container : maps(pod.get("containers"))) {
        assertThat(map(container.get("securityContext")))
            .containsEntry("readOnlyRootFilesystem", true)
            .containsEntry("allowPrivilegeEscalation", false);
        assertThat(maps(container.get("volumeMounts")))
            .allMatch(mount -> volumes.contains(mount.get("name")));
      }
      assertThat(maps(pod.get("volumes")))
          .filteredOn(volume -> volume.containsKey("persistentVolumeClaim"))
          .allMatch(v -> claims.contains(map(v.get("persistentVolumeClaim")).get("claimName")));
    }
  }

  @Test
  void everyRecorderKnowsHowManyThereAre() throws IOException {
    Map<String, Object> recorders =
        yaml(DEPLOY.resolve("kubernetes/zaigang.yaml")).stream()
            .filter(o -> "StatefulSet".equals(o.get("kind")))
            .map(o -> map(o.get("spec")))
            .findFirst()
            .orElseThrow();
    Map<String, Object> pod = map(map(recorders.get("template")).get("spec"));

    assertThat(maps(pod.get("containers")).get(0).get("args").toString())
        .contains("--shard, $(SHARD)/" + recorders.get("replicas"));
  }

  @Test
  void nobodyElseMaySubmitJobs() throws IOException {
    Map<String, Object> job = yaml(DEPLOY.resolve("kubernetes/flink-job.yaml")).get(0);
    Map<String, Object> spec = map(job.get("spec"));
    assertThat(map(spec.get("flinkConfiguration")))
        .containsEntry("web.submit.enable", "false")
        .containsEntry("web.cancel.enable", "false");
    Object entry = map(spec.get("job")).get("entryClass");
    assertThat(sources("analytics-job")).contains("package io.zaigang.job.cli;");
    assertThat(entry).isEqualTo("io.zaigang.job.cli.ClusterMain");
  }

  @Test
  void containersOfComposeAreReadOnlyAndHoldNoSecret() throws IOException {
    Path file = DEPLOY.resolve("docker/compose.yaml");
    Map<String, Object> services = map(yaml(file).get(0).get("services"));
    for (String name : List.of("dashboard", "recorder", "job")) {
      Map<String, Object> service = map(services.get(name));
      assertThat(service)
          .containsEntry("read_only", true)
          .containsEntry("cap_drop", List.of("ALL"));
      assertThat(service.get("command").toString()).startsWith("[" + name + ",");
    }
    assertThat(Files.readString(file)).doesNotContainIgnoringCase("password:");
    assertThat(Files.readString(DEPLOY.resolve("docker/environment.example")).lines())
        .filteredOn(line -> line.contains("="))
        .allMatch(line -> line.endsWith("="));
    assertThat(Files.readString(DEPLOY.resolve("docker/Dockerfile"))).contains("\nUSER 10001\n");
  }

  private static String sources(String... modules) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String module : modules) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }

  private static List<Path> filesUnder(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(DEPLOY.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Set<String> names(List<Map<String, Object>> objects, String kind) {
    return objects.stream()
        .filter(object -> kind.equals(object.get("kind")))
        .map(object -> String.valueOf(map(object.get("metadata")).get("name")))
        .collect(Collectors.toSet());
  }

  private static List<Map<String, Object>> yaml(Path file) throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(Files.readString(file))
        .forEach(document -> documents.add(map(document)));
    return documents;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object value) {
    assertThat(value).isInstanceOf(List.class);
    return (List<Map<String, Object>>) value;
  }
}
