# shellcheck shell=bash
# Starts the modules' programs: which jar, which class, which JVM settings.

module_folder() {
  case $1 in
    ingest | models) echo "$1" ;;
    job) echo analytics-job ;;
    dashboard | account) echo dashboard-api ;;
  esac
}

module_main() {
  case $1 in
    ingest) echo io.zaigang.ingest.cli.IngestMain ;;
    models) echo io.zaigang.models.cli.ModelsMain ;;
    job) echo io.zaigang.job.cli.JobMain ;;
    dashboard) echo io.zaigang.dashboard.DashboardApplication ;;
    account) echo io.zaigang.dashboard.cli.AccountMain ;;
  esac
}

# Heap limits fit an 8 GB machine with all processes on it; decoded pictures and models live outside the heap.
module_memory() {
  case $1 in
    ingest) echo "${ZAIGANG_INGEST_HEAP:-384m}" ;;
    models) echo "${ZAIGANG_MODELS_HEAP:-1g}" ;;
    job) echo "${ZAIGANG_JOB_HEAP:-1g}" ;;
    dashboard) echo "${ZAIGANG_DASHBOARD_HEAP:-768m}" ;;
    account) echo 256m ;;
  esac
}

# java_command MODULE: fills JAVA_COMMAND with all that comes before the program's own arguments.
java_command() {
  local module=$1 folder package extra
  folder=$ROOT/$(module_folder "$module")/target
  JAVA_COMMAND=("$JAVA_HOME/bin/java" "-Xmx$(module_memory "$module")" -XX:+ExitOnOutOfMemoryError
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8)
  if [[ $module == ingest ]]; then
    # The recorder holds next to nothing: the heap starts small, and grows only for what is alive.
    JAVA_COMMAND+=(-Xms32m -XX:+UseSerialGC)
  fi
  if [[ $module == job ]]; then
    # What Flink reflects on; without these a serializer fails only when it first meets such a class.
    for package in java.lang java.lang.reflect java.net java.io java.nio java.text java.time java.util \
      java.util.concurrent java.util.concurrent.atomic java.util.concurrent.locks sun.nio.ch; do
      JAVA_COMMAND+=("--add-opens=java.base/$package=ALL-UNNAMED")
    done
  fi
  if [[ -n ${ZAIGANG_JAVA_OPTS:-} ]]; then
    read -ra extra <<<"$ZAIGANG_JAVA_OPTS"
    JAVA_COMMAND+=("${extra[@]}")
  fi
  JAVA_COMMAND+=(-cp "$folder/zaigang-$(module_folder "$module").jar:$folder/lib/*" "$(module_main "$module")")
}

prepare_java() {
  build_if_needed
  need_java
  export ZAIGANG_MODELS=${ZAIGANG_MODELS:-$ROOT/models/target/weights}
}

# Becomes the program.
run_module() {
  prepare_java
  java_command "$1"
  shift
  exec "${JAVA_COMMAND[@]}" "$@"
}
