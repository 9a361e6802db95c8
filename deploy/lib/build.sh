# shellcheck shell=bash
# Builds the jars when they are absent or older than their sources.

readonly BUILD_STAMP=$ROOT/target/zaigang.built
readonly BUILD_LOG=$ROOT/target/build.log
readonly MODULES=(domain ingest models analytics-job dashboard-api)

# Prints why a build is needed; nothing when it is not.
build_reason() {
  local module newer
  for module in ingest models analytics-job dashboard-api; do
    if [[ ! -f $ROOT/$module/target/zaigang-$module.jar || ! -d $ROOT/$module/target/lib ]]; then
      echo "$module is not built"
      return
    fi
  done
  if [[ ! -f $ROOT/models/target/weights/models.yaml || ! -f $BUILD_STAMP ]]; then
    echo "the last build was not finished"
    return
  fi
  # Folders count too: a deleted file leaves its trace in the folder's time.
  newer=$(cd "$ROOT" && find pom.xml ./*/pom.xml "${MODULES[@]/%//src/main}" \
    models/package-lock.json dashboard-api/ui \
    \( -name node_modules -o -name dist -o -name coverage \) -prune -o -newer "$BUILD_STAMP" -print -quit)
  [[ -z $newer ]] || echo "$newer changed"
}

build_if_needed() {
  local reason
  # ZAIGANG_BUILD=never: the caller builds, such as the test run whose jars are tried.
  [[ -f $ROOT/pom.xml && ${ZAIGANG_BUILD:-} != never ]] || return 0
  reason=$(build_reason)
  [[ -n $reason ]] || return 0
  need_build_tools
  mkdir -p "$ROOT/target"
  exec {build_lock}>"$ROOT/target/build.lock"
  flock -n "$build_lock" || { say "Waiting for another build of this folder…" && flock "$build_lock"; }
  reason=$(build_reason)
  if [[ -n $reason ]]; then
    say "Building ($reason); a first build takes some minutes. Log: $BUILD_LOG"
    run_build
  fi
  exec {build_lock}>&-
}

run_build() {
  local started=$SECONDS maven status=0
  touch "$BUILD_STAMP.started"
  (cd "$ROOT" && exec mvn -B -ntp -DskipTests package) >"$BUILD_LOG" 2>&1 {build_lock}>&- &
  maven=$!
  trap 'kill "$maven" 2>/dev/null || true; give_up "Build stopped."' INT TERM
  while kill -0 "$maven" 2>/dev/null; do
    progress "  $((SECONDS - started)) s $(build_step)"
    sleep 1
  done
  wait "$maven" || status=$?
  trap - INT TERM
  progress_done
  if ((status != 0)); then
    grep -E '^\[ERROR\]' "$BUILD_LOG" | head -n 5 >&2 || tail -n 5 "$BUILD_LOG" >&2
    give_up "The build failed; everything it said is in $BUILD_LOG"
  fi
  mv "$BUILD_STAMP.started" "$BUILD_STAMP"
  say "Built in $((SECONDS - started)) s."
}

build_step() {
  sed -n 's/^\[INFO\] Building \(Zaigang.*\) [0-9][^ ]* *\(\[[0-9]*\/[0-9]*\]\)$/\2 \1/p' "$BUILD_LOG" | tail -n 1
}
