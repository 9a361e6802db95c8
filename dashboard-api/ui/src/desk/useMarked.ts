import { computed, ref, type Ref } from 'vue'
import type { Incident, IncidentType, Session } from '@/api/types'
import { actionsFor } from '@/review/standing'

/** The server takes no more at once. */
const MOST = 100

/**
 * Incidents marked to be dismissed together. They are of one type: one reason can hardly be true of a
 * phone and of an empty window.
 */
export function useMarked(incidents: Ref<Incident[]>, user: Ref<Session | null>) {
  const marking = ref(false)
  const ids = ref(new Set<string>())

  const canMark = (incident: Incident) =>
    user.value !== null && actionsFor(incident, user.value).includes('dismiss')

  /** Those still there and still open: others may have judged some meanwhile. */
  const marked = computed(() =>
    incidents.value.filter((one) => ids.value.has(one.id) && canMark(one)),
  )
  const type = computed<IncidentType | null>(() => marked.value[0]?.type ?? null)

  const fits = (incident: Incident) =>
    canMark(incident) && (type.value === null || type.value === incident.type)

  function toggle(incident: Incident): void {
    const next = new Set(marked.value.map((one) => one.id))
    if (!next.delete(incident.id) && fits(incident) && next.size < MOST) next.add(incident.id)
    ids.value = next
  }

  function clear(): void {
    ids.value = new Set()
    marking.value = false
  }

  return { marking, marked, fits, toggle, clear }
}
