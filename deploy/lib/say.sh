# shellcheck shell=bash
# What the scripts say: plain lines on stdout, trouble on stderr, one line each.

say() { printf '%s\n' "$*"; }

warn() { printf '%s\n' "$*" >&2; }

# The user's mistake.
refuse() {
  warn "$*"
  exit 2
}

# Ours, or the machine's.
give_up() {
  warn "$*"
  exit 1
}

# Progress: one line that overwrites itself on a terminal; elsewhere at most a line a minute.
progress_shown_at=-60
progress() {
  if [[ -t 1 ]]; then
    printf '\r\033[K%s' "$*"
  elif ((SECONDS - progress_shown_at >= 60)); then
    progress_shown_at=$SECONDS
    say "$*"
  fi
}

progress_done() {
  progress_shown_at=-60
  if [[ -t 1 ]]; then printf '\r\033[K'; fi
}

# ISO-8601 duration of days, hours, minutes and seconds, in whole seconds: PT4M -> 240.
duration_seconds() {
  local text=$1
  [[ $text =~ [0-9] && $text != *T && $text =~ ^P(([0-9]+)D)?(T(([0-9]+)H)?(([0-9]+)M)?(([0-9]+)S)?)?$ ]] || return 1
  echo $(((10#0${BASH_REMATCH[2]}) * 86400 + (10#0${BASH_REMATCH[5]}) * 3600 \
    + (10#0${BASH_REMATCH[7]}) * 60 + 10#0${BASH_REMATCH[9]}))
}
