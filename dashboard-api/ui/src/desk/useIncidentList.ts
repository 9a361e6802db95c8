import { computed, reactive, ref, watch, type Ref } from 'vue'
import { fetchIncidents, type IncidentQuery } from '@/api/incidents'
import type { Incident, IncidentPage, IncidentType } from '@/api/types'
import { matches, newestFirst, type IncidentFilter } from '@/live/incidentReducer'
import { useLiveStore } from '@/live/liveStore'

const UNFILTERED = '||'

/** What a verdict is asked for. */
const VIOLATIONS: readonly IncidentType[] = ['VACANCY', 'PHONE_USE', 'GATHERING']

/** How far back one filter's list has been loaded. */
interface Depth {
  cursor: string | null
  /** Start of the oldest incident loaded; older ones known from other filters stay out: there may be holes. */
  floor: number
}

/**
 * The list under a filter: everything the page knows that matches, as far back as this filter has been
 * loaded. New incidents reach it through the store; older ones are asked for page by page.
 */
export function useIncidentList(filter: Ref<IncidentFilter>) {
  const live = useLiveStore()
  const depths = reactive(new Map<string, Depth>())
  /** Filters whose next page is on its way. */
  const pending = reactive(new Set<string>())
  const failed = ref(false)

  const key = computed(() => {
    const { type, windowId, todo } = filter.value
    return `${type ?? ''}|${windowId ?? ''}|${todo ? 'todo' : ''}`
  })
  const depth = computed(() => depths.get(key.value))

  const incidents = computed<Incident[]>(() => {
    const floor = depth.value?.floor ?? Number.NEGATIVE_INFINITY
    return Object.values(live.incidents)
      .filter((one) => matches(one, filter.value) && Date.parse(one.startedAt) >= floor)
      .sort(newestFirst)
  })

  /** Nothing can be said yet about what this filter holds. */
  const loading = computed(() => pending.has(key.value) || (!depth.value && !failed.value))

  const hasMore = computed(() => (depth.value?.cursor ?? null) !== null)

  async function loadMore(): Promise<void> {
    const wanted = key.value
    if (pending.has(wanted) || (depth.value && !hasMore.value)) return
    pending.add(wanted)
    try {
      const page = await fetchIncidents({
        ...asked(filter.value),
        before: depth.value?.cursor ?? null,
      })
      live.take(page.items)
      depths.set(wanted, depthOf(page))
      failed.value = false
    } catch {
      failed.value = true
    } finally {
      pending.delete(wanted)
    }
  }

  function startOver(): void {
    depths.clear()
    const page = live.firstPage
    if (!page) return
    depths.set(UNFILTERED, depthOf(page))
    if (!depth.value) void loadMore()
  }

  watch(() => live.firstPage, startOver, { immediate: true })
  watch(key, () => {
    if (live.firstPage && !depth.value) void loadMore()
  })

  return { incidents, hasMore, loading, failed, loadMore }
}

function asked({ type, windowId, todo }: IncidentFilter): IncidentQuery {
  if (!todo) return { type, windowId }
  return { type: type ?? VIOLATIONS, windowId, standing: 'UNREVIEWED' }
}

/** The last page reaches back to the beginning. */
function depthOf({ items, next }: IncidentPage): Depth {
  const oldest = items.at(-1)
  const floor = next === null || !oldest ? Number.NEGATIVE_INFINITY : Date.parse(oldest.startedAt)
  return { cursor: next, floor }
}
