import type Hls from 'hls.js'
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { TimeMap } from './timeMap'

/** What to play: changing it loads anew, starting at the given wall-clock time. */
export interface Source {
  url: string
  startAt: number
}

export type FootageState =
  'idle' | 'loading' | 'ready' | 'empty' | 'forbidden' | 'unsupported' | 'failed'

/**
 * Plays a footage playlist in a video element with hls.js, which is fetched only when the first one is
 * opened, and keeps the map from its media time to the wall clock.
 */
export function useHls(video: Ref<HTMLVideoElement | null>, source: Ref<Source | null>) {
  const state = ref<FootageState>('idle')
  const timeMap = shallowRef(TimeMap.of([]))
  let hls: Hls | null = null
  let turn = 0

  async function load(): Promise<void> {
    close()
    const element = video.value
    const wanted = source.value
    if (!element || !wanted) return
    const mine = ++turn
    state.value = 'loading'
    const { default: Player, Events, ErrorTypes } = await import('hls.js/light')
    if (mine !== turn) return
    if (!Player.isSupported()) {
      state.value = 'unsupported'
      return
    }
    const player = new Player({ autoStartLoad: false, enableWorker: false, backBufferLength: 60 })
    hls = player
    player.on(Events.LEVEL_LOADED, (_, { details }) => {
      timeMap.value = TimeMap.of(details.fragments)
      if (timeMap.value.isEmpty) state.value = 'empty'
      else player.startLoad(timeMap.value.mediaAt(wanted.startAt))
    })
    player.on(Events.LEVEL_PTS_UPDATED, (_, { details }) => {
      timeMap.value = TimeMap.of(details.fragments)
    })
    player.on(Events.FRAG_BUFFERED, () => (state.value = 'ready'))
    player.on(Events.ERROR, (_, error) => {
      if (!error.fatal) return
      state.value = stateAfter(error.response?.code, error.type === ErrorTypes.MEDIA_ERROR)
      player.stopLoad()
    })
    player.attachMedia(element)
    player.loadSource(wanted.url)
  }

  function close(): void {
    turn++
    hls?.destroy()
    hls = null
    timeMap.value = TimeMap.of([])
    state.value = 'idle'
  }

  watch([video, source], () => void load(), { immediate: true, flush: 'post' })
  onScopeDispose(close)
  return { state, timeMap, reload: load }
}

function stateAfter(httpStatus: number | undefined, isMediaError: boolean): FootageState {
  if (httpStatus === 404 || httpStatus === 410) return 'empty'
  if (httpStatus === 403) return 'forbidden'
  return isMediaError ? 'unsupported' : 'failed'
}
