# shellcheck shell=bash
# up, down, status: the processes of a real hall.

up_usage() {
  cat <<'TEXT'
Usage: deploy/zaigang up --site FILE --data DIR [--port 8080] [--address 127.0.0.1] [--foreground] [--setup]
Starts recorder, analysis and dashboard for the hall of a site plan, waits until they are well, prints the address.
  --site FILE      site plan (YAML)
  --data DIR       footage, database, checkpoints, logs and secrets live here
  --port PORT      of the dashboard
  --address ADDR   that the dashboard listens on; 0.0.0.0 opens it to the network
  --foreground     stay, and stop everything on Ctrl-C
  --setup          first start: print a token, good for one hour and one account, with which the page makes the
                   first administrator (else make one before, with deploy/zaigang create-admin)
TEXT
}

command_up() {
  local site='' data='' port=8080 address=127.0.0.1 foreground='' setup=''
  while (($#)); do
    case $1 in
      --help | -h) up_usage && return ;;
      --foreground) foreground=yes ;;
      --setup) setup=yes ;;
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" && continue ;;
      --site | --data | --port | --address)
        (($# > 1)) || refuse "up: $1 needs a value; deploy/zaigang up --help"
        declare "${1#--}=$2"
        shift
        ;;
      *) refuse "up: what is '$1'? deploy/zaigang up --help" ;;
    esac
    shift
  done
  [[ -n $site ]] || refuse "up: --site FILE is missing; deploy/zaigang up --help"
  [[ -n $data ]] || refuse "up: --data DIR is missing; deploy/zaigang up --help"
  check_port "$port"
  check_data_folder "$data"
  prepare_java
  check_site_plan "$site"
  refuse_taken_port "$port"
  [[ -n $setup ]] || require_administrator "$DATA"
  claim_data_folder "$DATA"
  stop_everything_at_exit
  start_hall "$(realpath "$site")" "$DATA" "$port" "$address"
  wait_until_well "$DATA" "$port"
  say "Zaigang runs: http://$address:$port/   logs: $DATA/logs   stop: deploy/zaigang down --data $DATA"
  say_setup_token "$DATA"
  if [[ -n $foreground ]]; then stay "$DATA"; else leave_running; fi
}

check_port() {
  if [[ ! $1 =~ ^[0-9]{1,5}$ ]] || ((10#$1 < 1 || 10#$1 > 65535)); then
    refuse "Port '$1' is no port: a number from 1 to 65535 is."
  fi
}

refuse_taken_port() {
  ! port_is_taken "$1" || refuse "Port $1 is taken by another program; name a free one with --port."
}

# Sets DATA to the full path of a folder that can be used and on which nothing runs; writes nothing.
check_data_folder() {
  DATA=$(realpath -m "$1")
  local existing=$DATA
  while [[ ! -e $existing ]]; do existing=$(dirname "$existing"); done
  if [[ ! -d $existing || ! -w $existing || ! -x $existing ]]; then
    refuse "Data folder $1: $existing cannot be written; name another folder with --data."
  fi
  refuse_if_running "$DATA"
}

refuse_if_running() {
  local since="" url=""
  anything_runs "$1" || return 0
  # shellcheck source=/dev/null
  [[ ! -r $1/run/up.settings ]] || source "$1/run/up.settings"
  refuse "Data folder $1: Zaigang already runs there${since:+ since $since}${url:+ at $url}; stop it with deploy/zaigang down --data $1"
}

# Makes the folder and locks it while we start, so that two calls at the same moment cannot both go on.
claim_data_folder() {
  mkdir -p "$1/run" "$1/logs"
  exec {folder_lock}>"$1/run/lock"
  flock -n "$folder_lock" || refuse "Data folder $1: another call is starting Zaigang there right now."
  refuse_if_running "$1"
}

# check_site_plan FILE: all problems of a plan at once, before anything is started.
check_site_plan() {
  java_command ingest
  "${JAVA_COMMAND[@]}" check --site "$1" >/dev/null || exit $?
}

# An embedded database that was never made holds nobody; else the dashboard's own program looks.
require_administrator() {
  if [[ ! -e $1/postgres && -z ${ZAIGANG_DATABASE_URL:-} ]]; then
    refuse "There is no administrator yet. Make one first: deploy/zaigang create-admin --data $1 --username NAME"
  fi
  java_command account
  "${JAVA_COMMAND[@]}" has-admin --data "$1" || exit $?
}

# say_setup_token DATA: where the dashboard waits for its first administrator.
say_setup_token() {
  local token=''
  [[ -r $1/secrets/setup-token ]] || return 0
  read -r token _ <"$1/secrets/setup-token"
  say "There is no administrator yet: open the page and make the first one with the token  $token  (one hour, one account)."
}

# start_hall SITE DATA PORT ADDRESS
start_hall() {
  local site=$1 data=$2 port=$3 address=$4 url recorder_port job_port name shard=''
  recorder_port=$(port_or_free "${ZAIGANG_RECORDER_METRICS_PORT:-9401}")
  job_port=$(port_or_free "${ZAIGANG_JOB_METRICS_PORT:-9402}")
  url=http://$([[ $address == 0.0.0.0 ]] && echo 127.0.0.1 || echo "$address"):$port
  printf 'since=%q\nurl=%q\nsite=%q\nport=%q\nrecorder_port=%q\njob_port=%q\n' \
    "$(date '+%F %T')" "$url" "$site" "$port" "$recorder_port" "$job_port" >"$data/run/up.settings"
  for name in dashboard recorder job; do
    process_command "$name"
    start_supervised "$data" "$name" "${JAVA_COMMAND[@]}" || not_well "$data" "$name" 1
  done
  release_folder
}

# process_command NAME: fills JAVA_COMMAND with a process of the hall; site, data, port, address, url, the metrics
# ports and shard are the caller's variables.
process_command() {
  case $1 in
    dashboard)
      java_command dashboard
      JAVA_COMMAND+=("--zaigang.site=$site" "--zaigang.data=$data" "--server.port=$port" "--server.address=$address")
      [[ -z ${setup:-} ]] || JAVA_COMMAND+=(--zaigang.setup-page=true)
      ;;
    recorder)
      java_command ingest
      JAVA_COMMAND+=(record --site "$site" --data "$data" --health-port "$recorder_port"
        --dashboard "$url" ${shard:+--shard "$shard"})
      ;;
    job)
      java_command job
      JAVA_COMMAND+=(run --site "$site" --data "$data" --dashboard "$url" --token-file "$data/secrets/service-token"
        --metrics-port "$job_port")
      ;;
  esac
}

process_usage() {
  cat <<'TEXT'
Usage: deploy/zaigang process NAME --site FILE --data DIR [--port 8080] [--address 127.0.0.1] [--dashboard URL] [--shard I/N]
Becomes one process of a hall (dashboard, recorder or job), for systemd or containers to watch; they may start in any
order, and each again alone. Do not mix with `up` on one data folder.
  --dashboard URL  where the job reports (default: http://127.0.0.1:PORT)
  --shard I/N      recorder only: which of N on the same footage it is, from 0
TEXT
}

command_process() {
  local name=${1:-} site='' data='' port=8080 address=127.0.0.1 url='' shard=''
  local recorder_port=${ZAIGANG_RECORDER_METRICS_PORT:-9401} job_port=${ZAIGANG_JOB_METRICS_PORT:-9402}
  [[ $name != --help && $name != -h ]] || { process_usage && return; }
  [[ $name =~ ^(dashboard|recorder|job)$ ]] \
    || refuse "process: there is no process '$name'; dashboard, recorder and job are. deploy/zaigang process --help"
  shift
  while (($#)); do
    (($# > 1)) || refuse "process: $1 needs a value; deploy/zaigang process --help"
    case $1 in
      --site | --data | --port | --address | --shard) declare "${1#--}=$2" ;;
      --dashboard) url=$2 ;;
      *) refuse "process: what is '$1'? deploy/zaigang process --help" ;;
    esac
    shift 2
  done
  [[ -n $site && -n $data ]] || refuse "process: --site FILE and --data DIR are needed; deploy/zaigang process --help"
  check_port "$port"
  url=${url:-http://127.0.0.1:$port}
  check_data_folder "$data"
  prepare_java
  # shellcheck disable=SC2153 # check_data_folder sets it
  data=$DATA
  site=$(realpath "$site")
  process_command "$name"
  exec "${JAVA_COMMAND[@]}"
}

# port_or_free PORT: that one, or some other where it is taken.
port_or_free() {
  if port_is_taken "$1"; then free_port; else echo "$1"; fi
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); port_is_taken "$port"; do :; done
  echo "$port"
}

release_folder() { exec {folder_lock}>&-; }

# wait_until_well DATA PORT: until the dashboard answers and every process stands; else stops them and ends.
wait_until_well() {
  local data=$1 port=$2 started=$SECONDS name
  until [[ $(http_status "$port" /actuator/health) == 200 ]]; do
    for name in $(process_names "$data"); do
      [[ ! -e $data/run/$name.gave-up ]] || not_well "$data" "$name" 2
    done
    ((SECONDS - started < ${ZAIGANG_START_SECONDS:-240})) || not_well "$data" dashboard 1
    progress "  starting, $((SECONDS - started)) s"
    sleep 0.5
  done
  progress_done
  for name in $(process_names "$data"); do
    [[ ! -e $data/run/$name.gave-up ]] || not_well "$data" "$name" 2
    running_pid "$data/run/$name.child" >/dev/null || not_well "$data" "$name" 1
  done
}

not_well() {
  progress_done
  warn "$2 did not start; the end of $1/logs/$2.log:"
  tail -n 8 "$1/logs/$2.log" >&2 || true
  exit "$3"
}

# From here on, an end of this script, wanted or not, ends all that it started.
stop_everything_at_exit() {
  trap "exit 0" INT TERM HUP
  trap at_exit EXIT
}

at_exit() {
  local status=$?
  trap "" INT TERM HUP
  progress_done
  mapfile -t started < <(jobs -p)
  ((${#started[@]} == 0)) || kill "${started[@]}" 2>/dev/null || true
  stop_all "$DATA"
  exit "$status"
}

leave_running() { trap - INT TERM HUP EXIT; }

# Stays until everything was stopped from elsewhere.
stay() {
  while anything_runs "$1"; do
    sleep 1 &
    wait $! || true
  done
}

down_usage() {
  cat <<'TEXT'
Usage: deploy/zaigang down --data DIR
Stops what `up` or `demo` started on that folder. Nothing is lost: the next start goes on where this one ended.
TEXT
}

command_down() {
  only_data down "$@"
  if ! anything_runs "$DATA"; then
    stop_postgres "$DATA"
    say "Nothing runs on $DATA."
    return
  fi
  stop_all "$DATA"
  say "Stopped."
}

status_usage() {
  cat <<'TEXT'
Usage: deploy/zaigang status --data DIR
Says what runs on that folder, since when, and whether it is well. Exit 0 when all of it is, else 1.
TEXT
}

command_status() {
  local name port='' since='' url='' site='' recorder_port='' job_port='' well=yes
  only_data status "$@"
  if ! anything_runs "$DATA"; then
    say "Nothing runs on $DATA."
    exit 1
  fi
  # shellcheck source=/dev/null
  [[ ! -r $DATA/run/up.settings ]] || source "$DATA/run/up.settings"
  say "${url:-} since ${since:-?}, site plan ${site:-?}"
  say "metrics: ${url:-}/actuator/prometheus, 127.0.0.1:${recorder_port:-?}/metrics (recorder), 127.0.0.1:${job_port:-?}/metrics (job)"
  for name in $(process_names "$DATA"); do
    process_line "$name" "$port" || well=''
  done
  [[ -n $well ]]
}

# process_line NAME PORT: one line; fails when the process is not well.
process_line() {
  local name=$1 pid since restarts=0 state=well
  [[ ! -r $DATA/run/$name.restarts ]] || restarts=$(<"$DATA/run/$name.restarts")
  if [[ -r $DATA/run/$name.gave-up ]]; then
    printf '%-10s %-8s %s; see %s\n' "$name" stopped "$(<"$DATA/run/$name.gave-up")" "$DATA/logs/$name.log"
    return 1
  fi
  if ! pid=$(running_pid "$DATA/run/$name.child"); then
    printf '%-10s %-8s restarts %s; see %s\n' "$name" down "$restarts" "$DATA/logs/$name.log"
    return 1
  fi
  since=$(date -d "@$(since_epoch "$DATA/run/$name.child")" '+%F %T')
  if [[ $name == dashboard && $(http_status "$2" /actuator/health) != 200 ]]; then state="does not answer"; fi
  printf '%-10s %-8s pid %-8s since %s  restarts %s  %s\n' "$name" running "$pid" "$since" "$restarts" "$state"
  [[ $state == well ]]
}

# only_data COMMAND ARGS...: reads --data DIR as the one option and sets DATA.
only_data() {
  local command=$1 data=''
  shift
  while (($#)); do
    case $1 in
      --help | -h) "${command}_usage" && exit 0 ;;
      --data=*) data=${1#*=} ;;
      --data)
        (($# > 1)) || refuse "$command: --data needs a folder; deploy/zaigang $command --help"
        data=$2
        shift
        ;;
      *) refuse "$command: what is '$1'? deploy/zaigang $command --help" ;;
    esac
    shift
  done
  [[ -n $data ]] || refuse "$command: --data DIR is missing; deploy/zaigang $command --help"
  [[ -d $data ]] || refuse "$command: there is no folder $data."
  DATA=$(realpath "$data")
}
