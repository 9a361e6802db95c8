import { computed, nextTick, ref, type Ref } from 'vue'
import type { Incident } from '@/api/types'

/** Where the keyboard stands in the list; it stays on its incident when new ones come in above. */
export function useIncidentCursor(incidents: Ref<Incident[]>) {
  const wanted = ref<string | null>(null)

  const currentId = computed(() => {
    const kept = incidents.value.some((one) => one.id === wanted.value)
    return kept ? wanted.value : (incidents.value[0]?.id ?? null)
  })

  function moveTo(id: string): void {
    wanted.value = id
  }

  /** To the next (+1, older) or the one before (-1), and brings it into sight. */
  function move(by: 1 | -1): void {
    const at = incidents.value.findIndex((one) => one.id === currentId.value)
    const fresh = wanted.value === null
    const target = incidents.value[fresh ? 0 : Math.max(0, at + by)]
    if (!target) return
    wanted.value = target.id
    void nextTick(() => {
      const row = document.querySelector<HTMLElement>(`[data-incident="${CSS.escape(target.id)}"]`)
      row?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'nearest' })
    })
  }

  return { currentId, move, moveTo }
}
