import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { fetchOccupancy, fetchRecorded, type Span } from '@/api/footage'
import { fetchIncidents } from '@/api/incidents'
import type { Incident } from '@/api/types'
import { serverNow } from '@/shared/serverClock'
import { occupancyRuns, type Run } from './occupancyRuns'
import type { FootageTarget } from './useFootageTarget'

const REFRESH_MILLIS = 30_000
const MOST_INCIDENTS = 200

/** What is known of one day at one place: presence, incidents, and what was recorded. */
export function useDayData(target: Ref<FootageTarget | null>, day: Ref<Span>) {
  const runs = shallowRef<Run[]>([])
  const incidents = shallowRef<Incident[]>([])
  const recorded = shallowRef<ReadonlyMap<string, Span[]>>(new Map())
  const failed = ref(false)
  let turn = 0

  async function load(): Promise<void> {
    const mine = ++turn
    const wanted = target.value
    if (!wanted) return
    try {
      const loaded = await Promise.all([
        presenceOf(wanted, day.value),
        incidentsOf(wanted, day.value),
        recordedOf(wanted, day.value),
      ])
      if (mine !== turn) return
      ;[runs.value, incidents.value, recorded.value] = loaded
      failed.value = false
    } catch {
      if (mine === turn) failed.value = true
    }
  }

  /** A day that is over does not change any more. */
  const timer = setInterval(() => {
    if (day.value.to > serverNow() - REFRESH_MILLIS) void load()
  }, REFRESH_MILLIS)
  onScopeDispose(() => clearInterval(timer))

  watch(
    [target, day],
    () => {
      runs.value = []
      incidents.value = []
      recorded.value = new Map()
      void load()
    },
    { immediate: true },
  )

  return { runs, incidents, recorded, failed, reload: load }
}

async function presenceOf(target: FootageTarget, day: Span): Promise<Run[]> {
  return target.kind === 'window' ? occupancyRuns(await fetchOccupancy(target.id, day)) : []
}

async function incidentsOf(target: FootageTarget, day: Span): Promise<Incident[]> {
  if (target.windows.length === 0) return []
  const page = await fetchIncidents({
    windowId: target.windows.map((window) => window.id),
    from: new Date(day.from).toISOString(),
    to: new Date(day.to).toISOString(),
    limit: MOST_INCIDENTS,
  })
  return page.items.reverse()
}

async function recordedOf(target: FootageTarget, day: Span): Promise<Map<string, Span[]>> {
  const spans = await Promise.all(
    target.cameraIds.map(async (id) => [id, await fetchRecorded(id, day)] as const),
  )
  return new Map(spans)
}
