import { computed, ref, type Ref } from 'vue'
import type { Span } from '@/api/footage'

const SHORTEST_MILLIS = 1000

/** The stretch marked for export: a start and an end, set one after the other in either order. */
export function useSelection(at: Ref<number>) {
  const start = ref<number | null>(null)
  const end = ref<number | null>(null)

  const selection = computed<Span | null>(() =>
    start.value !== null && end.value !== null ? { from: start.value, to: end.value } : null,
  )

  function markStart(): void {
    start.value = at.value
    if (end.value !== null && end.value < at.value + SHORTEST_MILLIS) end.value = null
  }

  function markEnd(): void {
    end.value = at.value
    if (start.value !== null && start.value > at.value - SHORTEST_MILLIS) start.value = null
  }

  return { selection, markStart, markEnd }
}
