# shellcheck shell=bash
# doctor: looks at this machine and, when told, at a hall; one line a finding and what to do about it.

doctor_usage() {
  cat <<'TEXT'
Usage: deploy/zaigang doctor [--site FILE] [--data DIR] [--port 8080]
Checks Java, memory, disk, models, clock, font, port; with --data the database, what runs, what is recorded and who can
read the secrets; with --site plan and cameras.
Exit 0 when nothing is wrong, 1 when something is.
TEXT
}

command_doctor() {
  local site='' data='' port=8080
  while (($#)); do
    case $1 in
      --help | -h) doctor_usage && return ;;
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" && continue ;;
      --site) site=${2:-} ;;
      --data) data=${2:-} ;;
      --port) port=${2:-} ;;
      *) refuse "doctor: what is '$1'? deploy/zaigang doctor --help" ;;
    esac
    [[ -n ${2:-} ]] || refuse "doctor: $1 needs a value; deploy/zaigang doctor --help"
    shift 2
  done
  findings=0
  check_java
  check_memory
  check_disk "${data:-$ROOT}"
  check_models
  check_clock
  check_font
  check_dashboard_port "$port" "$data"
  if [[ -n $data ]]; then
    check_database "$data"
    check_processes "$data"
    check_recording "$data"
    check_secrets "$data"
  fi
  [[ -z $site ]] || check_hall "$site"
  if ((findings > 0)); then
    say "$findings finding(s)."
    exit 1
  fi
  say "Nothing wrong found."
}

good() { printf 'good   %-9s %s\n' "$1" "$2"; }

# wrong WHAT FINDING REMEDY
wrong() {
  findings=$((findings + 1))
  printf 'WRONG  %-9s %s\n                 -> %s\n' "$1" "$2" "$3"
}

check_java() {
  local home
  if home=$(find_java_17 runtime); then
    good Java "$(java_release "$home") in $home"
  else
    wrong Java "no Java 17 found" "install the Debian package openjdk-17-jdk-headless, or set JAVA_HOME"
  fi
}

check_memory() {
  local megabytes
  megabytes=$(($(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo) / 1024))
  if ((megabytes >= 3072)); then
    good Memory "$megabytes MB available"
  else
    wrong Memory "$megabytes MB available (3072 MB are needed to start)" \
      "stop other programs, or lower ZAIGANG_JOB_HEAP and ZAIGANG_DASHBOARD_HEAP"
  fi
}

check_disk() {
  local folder=$1 megabytes
  while [[ ! -e $folder ]]; do folder=$(dirname "$folder"); done
  megabytes=$(df -Pm "$folder" | awk 'NR == 2 { print $4 }')
  if [[ ! -w $folder ]]; then
    wrong Disk "$folder cannot be written" "give this user the right to write there, or choose another --data"
  elif ((megabytes >= 10240)); then
    good Disk "$megabytes MB free in $folder"
  else
    wrong Disk "$megabytes MB free in $folder (10240 MB asked for; a 4 Mbit/s camera takes 43 GB a day)" \
      "make room, or put --data on a larger disk"
  fi
}

check_models() {
  local weights=${ZAIGANG_MODELS:-$ROOT/models/target/weights} altered
  if [[ ! -r $weights/models.yaml ]]; then
    wrong Models "no models.yaml in $weights" "build with deploy/zaigang demo, or point ZAIGANG_MODELS at a folder that has one"
  elif altered=$(altered_models "$weights") && [[ -n $altered ]]; then
    wrong Models "not what models.yaml says: $altered" "copy the file again, or correct its sha256 if the change was meant"
  else
    good Models "$(find "$weights" -name '*.onnx' | wc -l) weights in $weights, as models.yaml says"
  fi
}

# altered_models FOLDER: the files that are missing or whose SHA-256 is another than models.yaml names.
altered_models() {
  sed -n 's/^ *path: *//p; s/^ *sha256: */=/p' "$1/models.yaml" | {
    local file='' line
    while read -r line; do
      case $line in
        =*) echo "${line#=} *$1/$file" | sha256sum --check --status 2>/dev/null || printf '%s ' "$file" ;;
        *) file=$line ;;
      esac
    done
  }
}

# The records are evidence: the machine's clock must be kept by somebody.
check_clock() {
  local synchronised
  if ! synchronised=$(timedatectl show -p NTPSynchronized --value 2>/dev/null); then
    good Clock "$(date -Is); this machine cannot say whether it is synchronised"
  elif [[ $synchronised == yes ]]; then
    good Clock "$(date -Is), synchronised"
  else
    wrong Clock "$(date -Is) is not synchronised" "enable systemd-timesyncd or chrony; incident times are evidence"
  fi
}

# Renditions and Word files carry Chinese text.
check_font() {
  if ! command -v fc-list >/dev/null; then
    wrong Font "fontconfig is missing, so no font can be found" "install the Debian packages fontconfig and fonts-noto-cjk"
  elif [[ -z $(fc-list ':lang=zh-cn' file) ]]; then
    wrong Font "no font with Chinese characters" "install the Debian package fonts-noto-cjk"
  else
    good Font "$(fc-list ':lang=zh-cn' family | head -n 1)"
  fi
}

# check_dashboard_port PORT DATA: free, or taken by the dashboard of this folder.
check_dashboard_port() {
  if ! port_is_taken "$1"; then
    good Port "$1 is free"
  elif [[ -n $2 ]] && running_pid "$2/run/dashboard.child" >/dev/null; then
    good Port "$1 is this dashboard's"
  else
    wrong Port "$1 is taken by another program" "stop that one, or start with another --port"
  fi
}

check_processes() {
  local name
  for name in $(process_names "$1"); do
    if [[ -e $1/run/$name.gave-up ]]; then
      wrong Processes "$name: $(<"$1/run/$name.gave-up")" "read $1/logs/$name.log; mend it, then down and up"
    elif ! running_pid "$1/run/$name.child" >/dev/null; then
      wrong Processes "$name is down" "read $1/logs/$name.log; deploy/zaigang down and up"
    else
      good Processes "$name runs"
    fi
  done
}

# While the recorder runs, every camera's newest segment is young.
check_recording() {
  local camera newest age
  running_pid "$1/run/recorder.child" >/dev/null || return 0
  for camera in "$1"/footage/*/; do
    [[ -d $camera ]] || continue
    newest=$(find "$camera" -name '*.mp4' ! -name '.*' -printf '%T@\n' | sort -n | tail -n 1)
    age=$(($(date +%s) - ${newest%%.*}0 / 10))
    if ((age > 60)); then
      wrong Recording "$(basename "$camera"): nothing was recorded for $age s" "look at the camera and its network; $1/logs/recorder.log says why"
    else
      good Recording "$(basename "$camera"): newest segment $age s old"
    fi
  done
}

check_secrets() {
  local open
  [[ -d $1/secrets ]] || return 0
  open=$(find "$1/secrets" -type f -perm /077 -printf '%f ')
  if [[ -n $open ]]; then
    wrong Secrets "others on this machine can read: $open" "chmod 600 $1/secrets/*"
  else
    good Secrets "only their owner reads them"
  fi
}

check_database() {
  local data pid
  data=$(realpath -m "$1")
  if pid=$(postgres_pid "$data"); then
    good Database "PostgreSQL runs (pid $pid)"
  elif running_pid "$data/run/dashboard.child" >/dev/null; then
    wrong Database "the dashboard runs without its PostgreSQL" "read $data/logs/dashboard.log; deploy/zaigang down, then up"
  elif [[ -e $data/postgres && ! -w $data/postgres ]]; then
    wrong Database "$data/postgres cannot be written" "give it to the user who runs Zaigang"
  else
    good Database "not running; it is started with the dashboard"
  fi
}

check_hall() {
  local line status=0 report
  prepare_java
  java_command ingest
  report=$("${JAVA_COMMAND[@]}" check --site "$1" --cameras 2>&1) || status=$?
  while IFS= read -r line; do
    case $line in
      "good "*) good Camera "${line#good }" ;;
      "wrong "*) wrong Camera "${line#wrong }" "check its address, its network, and the user and password in the environment" ;;
      *) ((status != 2)) || wrong "Site plan" "$line" "mend the file; every problem is named with its line" ;;
    esac
  done <<<"$report"
}
