# shellcheck shell=bash
# self-test: known footage through the real models, compared with what they said when it was chosen.

selftest_usage() {
  cat <<'TEXT'
Usage: deploy/zaigang self-test --site FILE --data DIR [--make --camera ID --from INSTANT --to INSTANT]
Pushes known footage through the models and rules of this installation, and compares the answer with the one they gave when
it was chosen: before the hall opens, by a timer. Exit 0 when it is the same, 1 when it changed (the difference is named).
  --make     choose the footage: a span of one camera's recording, some minutes long, in which posts are left and taken. It is
             copied to DIR/golden, with the answer of today; look at that before you rely on it
TEXT
}

command_self-test() {
  local site='' data='' camera='' from='' to='' make=''
  while (($#)); do
    case $1 in
      --help | -h) selftest_usage && return ;;
      --make) make=yes && shift && continue ;;
      --site | --data | --camera | --from | --to)
        (($# > 1)) || refuse "self-test: $1 needs a value; deploy/zaigang self-test --help"
        declare "${1#--}=$2"
        ;;
      *) refuse "self-test: what is '$1'? deploy/zaigang self-test --help" ;;
    esac
    shift 2
  done
  [[ -n $site && -n $data ]] || refuse "self-test: --site FILE and --data DIR are needed; deploy/zaigang self-test --help"
  [[ -d $data ]] || refuse "self-test: there is no folder $data."
  prepare_java
  local golden=$data/golden
  if [[ -n $make ]]; then
    [[ -n $camera && -n $from && -n $to ]] || refuse "self-test: --make needs --camera, --from and --to."
    make_golden
  else
    run_golden
  fi
}

make_golden() {
  local draft=$golden.new
  rm -rf "$draft"
  mkdir -p "$draft"
  cp "$site" "$draft/site.yaml"
  java_command ingest
  "${JAVA_COMMAND[@]}" clip --camera "$camera" --from "$from" --to "$to" --data "$data" --out "$draft/clip.mp4" >/dev/null
  "${JAVA_COMMAND[@]}" import "$draft/clip.mp4" --camera "$camera" --start "$from" --data "$draft" >/dev/null
  printf 'from=%q\nto=%q\ncamera=%q\n' "$from" "$to" "$camera" >"$draft/span"
  answer_of "$draft" "$draft/expected"
  rm -rf "$golden"
  mv "$draft" "$golden"
  say "The self-test's footage is in $golden; today's answer to it, in $golden/expected:"
  say "  $(wc -l <"$golden/expected/detections.ndjson") pictures, $(wc -l <"$golden/expected/incidents.ndjson") incidents. Look at them before you rely on it."
}

# answer_of GOLDEN OUT
answer_of() {
  local from='' to=''
  # shellcheck source=/dev/null
  source "$1/span"
  java_command job
  "${JAVA_COMMAND[@]}" analyze --site "$1/site.yaml" --data "$1" --from "$from" --to "$to" --out "$2" >/dev/null
}

# note_run "DETECTIONS INCIDENTS ": what came of it, for the page: lines that differ.
note_run() {
  local detections incidents
  read -r detections incidents <<<"$1"
  printf '{"at":"%s","changedDetections":%d,"changedIncidents":%d,"detections":%d,"incidents":%d}\n' "$(date -u +%FT%TZ)" \
    "$detections" "$incidents" "$(wc -l <"$golden/expected/detections.ndjson")" \
    "$(wc -l <"$golden/expected/incidents.ndjson")" >"$golden/last-run.json.new"
  mv "$golden/last-run.json.new" "$golden/last-run.json"
}

run_golden() {
  local now changed
  [[ -r $golden/span ]] || refuse "self-test: no footage was chosen yet; deploy/zaigang self-test --help says how."
  now=$(mktemp -d)
  answer_of "$golden" "$now/answer"
  changed=$(cd "$golden/expected" && for file in detections.ndjson incidents.ndjson; do
    # shellcheck disable=SC2126 # diff's own exit code is of no use here
    printf '%s ' "$(diff "$file" "$now/answer/$file" | grep '^[<>]' | wc -l)"
  done)
  note_run "$changed"
  if [[ $changed == "0 0 " ]]; then
    rm -rf "$now"
    say "The self-test's answer is what it was: $(wc -l <"$golden/expected/incidents.ndjson") incidents."
    return
  fi
  warn "ALARM: the self-test's answer changed: ${changed% } lines differ (detections, incidents); today's is kept in $now/answer."
  warn "If models, thresholds or the site plan were changed on purpose, choose its footage anew with --make; else look before trusting this system."
  return 1
}
