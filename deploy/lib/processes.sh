# shellcheck shell=bash
# Keeps the processes of one data folder: who runs, starting again what died, logs that end somewhere.
#
# DATA/run/NAME.supervisor and DATA/run/NAME.child hold "pid startTicks bootId sinceEpoch". Pid, start time
# and boot together name one process for ever, so a recycled pid is never taken for ours.

readonly LOG_BYTES=$((20 * 1024 * 1024))
readonly LOGS_KEPT=5
readonly STOP_SECONDS=40
readonly LONGEST_PAUSE_SECONDS=60
readonly RIGHT_AFTER_START_SECONDS=10

start_ticks() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  stat=${stat##*) } # the program's name before it may hold spaces
  read -ra stat <<<"$stat"
  [[ ${stat[0]} != Z ]] || return 1
  echo "${stat[19]}"
}

mark_running() { # FILE PID
  local ticks
  ticks=$(start_ticks "$2") || return 0
  printf '%s %s %s %s\n' "$2" "$ticks" "$(</proc/sys/kernel/random/boot_id)" "$(date +%s)" >"$1.new"
  mv "$1.new" "$1"
}

# Prints the pid that FILE names if that very process still runs.
running_pid() {
  local pid ticks boot
  [[ -r $1 ]] || return 1
  read -r pid ticks boot _ <"$1" || return 1
  [[ $boot == "$(</proc/sys/kernel/random/boot_id)" && $(start_ticks "$pid") == "$ticks" ]] && echo "$pid"
}

since_epoch() { cut -d ' ' -f 4 "$1"; }

# Names of all processes ever started in a data folder.
process_names() {
  local file
  for file in "$1"/run/*.supervisor; do
    [[ ! -e $file ]] || basename "$file" .supervisor
  done
}

anything_runs() {
  local name
  for name in $(process_names "$1"); do
    if running_pid "$1/run/$name.supervisor" >/dev/null || running_pid "$1/run/$name.child" >/dev/null; then
      return 0
    fi
  done
  return 1
}

# start_supervised DATA NAME COMMAND...: fails when the program was not even started.
start_supervised() {
  local data=$1 name=$2 waited=0
  shift 2
  rm -f "$data/run/$name".{gave-up,restarts,supervisor,child}
  (
    [[ -z ${folder_lock:-} ]] || exec {folder_lock}>&-
    exec setsid nohup "$ROOT/deploy/zaigang" __supervise "$data" "$name" "$@" </dev/null >>"$data/logs/$name.log" 2>&1
  ) &
  until [[ -e $data/run/$name.child ]]; do
    ((waited++ < 100)) || return 1
    sleep 0.1
  done
}

# Runs COMMAND until told to stop (TERM), starting it again when it ends. A program that ends with 2 says
# that its call or a file is wrong: trying again would not help, so that is left to whoever can mend it.
command_supervise() {
  local data=$1 name=$2 stopping='' child='' sleeper='' status pause=1 restarts=0 started
  shift 2
  trap 'stopping=yes; kill -TERM $child 2>/dev/null || true' TERM INT HUP
  mark_running "$data/run/$name.supervisor" $$
  while [[ -z $stopping ]]; do
    started=$SECONDS
    rotate_log "$data/logs/$name.log"
    "$@" </dev/null &
    child=$!
    mark_running "$data/run/$name.child" "$child"
    status=-1
    while ((status < 0)); do
      sleep 10 &
      sleeper=$!
      wait -n "$child" "$sleeper" 2>/dev/null || true
      kill "$sleeper" 2>/dev/null || true
      if ! start_ticks "$child" >/dev/null; then
        status=0
        wait "$child" || status=$?
      fi
      rotate_log "$data/logs/$name.log"
    done
    [[ -z $stopping ]] || break
    if ((status == 2)); then
      echo "ended with 2 (its call or a file is wrong)" >"$data/run/$name.gave-up"
      warn "$(date -Is) $name ended with 2: its call or a file it names is wrong (see above); it is not started again."
      break
    fi
    # Only what dies right after its start is likely to do so again; a recorder that waits loses footage.
    ((SECONDS - started < RIGHT_AFTER_START_SECONDS)) || pause=1
    echo $((++restarts)) >"$data/run/$name.restarts"
    warn "$(date -Is) $name ended with $status after $((SECONDS - started)) s; starting it again in $pause s."
    sleep "$pause" &
    wait $! || true
    pause=$((pause * 2 < LONGEST_PAUSE_SECONDS ? pause * 2 : LONGEST_PAUSE_SECONDS))
  done
  rm -f "$data/run/$name.child"
}

# The writers append, so copying and then emptying the file loses at most a line written in between.
rotate_log() {
  local log=$1 number
  [[ -f $log ]] && (($(stat -c %s "$log") > LOG_BYTES)) || return 0
  for ((number = LOGS_KEPT - 1; number > 0; number--)); do
    [[ ! -e $log.$number ]] || mv "$log.$number" "$log.$((number + 1))"
  done
  cp "$log" "$log.1"
  : >"$log"
}

# Stops everything of a data folder: TERM, a wait, KILL for what will not go, PostgreSQL last.
stop_all() {
  local data=$1 name pid deadline=$((SECONDS + STOP_SECONDS)) killed=''
  for name in $(process_names "$data"); do
    for pid in $(running_pid "$data/run/$name.supervisor") $(running_pid "$data/run/$name.child"); do
      kill -TERM "$pid" 2>/dev/null || true
    done
  done
  while anything_runs "$data" && ((SECONDS < deadline)); do sleep 0.2; done
  for name in $(process_names "$data"); do
    for pid in $(running_pid "$data/run/$name.supervisor") $(running_pid "$data/run/$name.child"); do
      kill -KILL "$pid" 2>/dev/null || true
      killed+=" $name"
    done
  done
  [[ -z $killed ]] || warn "Killed after $STOP_SECONDS s without an answer:$killed"
  stop_postgres "$data"
  rm -f "$data"/run/*.{supervisor,child,gave-up,restarts,settings}
}

# The dashboard stops its PostgreSQL; one whose dashboard was killed is stopped here.
stop_postgres() {
  local data=$1 pid waited=0
  pid=$(postgres_pid "$data") || return 0
  kill -INT "$pid" 2>/dev/null || true
  while postgres_pid "$data" >/dev/null && ((waited++ < 100)); do sleep 0.2; done
  if pid=$(postgres_pid "$data"); then kill -QUIT "$pid" 2>/dev/null || true; fi
}

postgres_pid() {
  local file=$1/postgres/postmaster.pid pid
  [[ -r $file ]] && read -r pid <"$file" || return 1
  [[ $pid =~ ^[0-9]+$ ]] && start_ticks "$pid" >/dev/null \
    && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF "$1/postgres" && echo "$pid"
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# http_status PORT PATH: prints the status of a GET on loopback; fails when nobody answers in 5 s.
http_status() {
  # shellcheck disable=SC2016 # for the inner shell
  timeout 5 bash -c '
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf "GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n" "$2" >&3
    read -r _ status _ <&3 && echo "$status"' _ "$1" "$2" 2>/dev/null
}
