import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { fetchSnapshot } from '@/api/footage'
import { ApiError } from '@/api/http'
import { atMost } from '@/shared/atMost'

export type SnapshotState = 'waiting' | 'shown' | 'nothing' | 'forbidden' | 'failed'

/** Each picture costs the server a decode: a whole wall asks for a few at a time. */
const inTurn = atMost(3)

/**
 * The newest picture of a camera, asked for again and again while it is looked at.
 *
 * @param wanted whether anybody can see it just now
 * @param everyMillis pause between two pictures
 */
export function useSnapshot(cameraId: string, wanted: Ref<boolean>, everyMillis: Ref<number>) {
  const state = ref<SnapshotState>('waiting')
  const url = ref('')
  /** When the picture on show was taken; NaN without one. */
  const at = ref(Number.NaN)
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  async function refresh(): Promise<void> {
    try {
      const snapshot = await inTurn(() => fetchSnapshot(cameraId))
      if (stopped) return
      if (snapshot) show(snapshot.picture, snapshot.at)
      else state.value = 'nothing'
    } catch (failure) {
      // The picture before stays, with its age beside it; only without one there is nothing to show.
      if (failure instanceof ApiError && failure.status === 403) state.value = 'forbidden'
      else if (!url.value) state.value = 'failed'
    }
    schedule()
  }

  function show(picture: Blob, takenAt: number): void {
    URL.revokeObjectURL(url.value)
    url.value = URL.createObjectURL(picture)
    at.value = takenAt
    state.value = 'shown'
  }

  function schedule(): void {
    clearTimeout(timer)
    if (wanted.value && !stopped) timer = setTimeout(() => void refresh(), everyMillis.value)
  }

  watch(
    wanted,
    (isWanted) => {
      clearTimeout(timer)
      if (isWanted) void refresh()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    stopped = true
    clearTimeout(timer)
    URL.revokeObjectURL(url.value)
  })

  return { state, url, at }
}
