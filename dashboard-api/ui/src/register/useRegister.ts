import { reactive, ref, shallowRef, watch } from 'vue'
import {
  fetchRegister,
  type RegisterAction,
  type RegisterEntry,
  type RegisterFilter,
} from '@/api/register'
import { DAY } from '@/footage/timeScale'
import { dayKey, instantOfLocal } from '@/shared/format'
import { serverNow } from '@/shared/serverClock'

const SHOWN_AT_FIRST_MILLIS = 30 * DAY
const TYPING_PAUSE_MILLIS = 300

/** The register under a filter, page by page, newest first. Days are the hall's, both included. */
export function useRegister(zone: () => string) {
  const filter = reactive({
    actor: '',
    action: '' as RegisterAction | '',
    cameraId: '',
    text: '',
    fromDay: dayKey(serverNow() - SHOWN_AT_FIRST_MILLIS, zone()),
    toDay: dayKey(serverNow(), zone()),
  })
  const entries = shallowRef<RegisterEntry[]>([])
  const next = ref<number | null>(null)
  const loading = ref(false)
  const failed = ref(false)
  let turn = 0

  /** The filter as the server wants it. */
  function query(): RegisterFilter {
    const { actor, action, cameraId, text } = filter
    return { actor, action, cameraId, text, ...span() }
  }

  function span(): { from: string; to: string } {
    return { from: midnight(filter.fromDay, 0), to: midnight(filter.toDay, DAY) }
  }

  function midnight(day: string, plusMillis: number): string {
    const begin = instantOfLocal(`${day}T00:00:00`, zone())
    return Number.isNaN(begin) ? '' : new Date(begin + plusMillis).toISOString()
  }

  async function load(before: number | null): Promise<void> {
    const mine = ++turn
    loading.value = true
    try {
      const page = await fetchRegister(query(), before)
      if (mine !== turn) return
      entries.value = before === null ? page.items : [...entries.value, ...page.items]
      next.value = page.next
      failed.value = false
    } catch {
      if (mine === turn) failed.value = true
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  let typing: ReturnType<typeof setTimeout> | undefined
  watch(filter, () => {
    clearTimeout(typing)
    typing = setTimeout(() => void load(null), TYPING_PAUSE_MILLIS)
  })
  void load(null)

  return { filter, entries, next, loading, failed, query, load }
}
