import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { fetchFigures, type DaySpan, type Figures } from '@/api/figures'
import { ApiError } from '@/api/http'
import { serverNow } from '@/shared/serverClock'
import { dayKey } from '@/shared/format'
import { useHallStore } from '@/shell/hallStore'
import { spanOf, type Preset } from './daySpans'

const DAY = /^\d{4}-\d\d-\d\d$/

/** The figures that the address asks for: `?from=2026-03-02&to=2026-03-08&window=w03`. */
export function useFigures() {
  const route = useRoute()
  const router = useRouter()
  const hall = useHallStore()

  const figures = shallowRef<Figures | null>(null)
  const problem = ref('')
  const loading = ref(false)

  const today = computed(() => dayKey(serverNow(), hall.timeZone))
  const span = computed<DaySpan>(() => {
    const { from, to } = route.query
    return DAY.test(String(from)) && DAY.test(String(to))
      ? { from: String(from), to: String(to) }
      : spanOf('week', today.value)
  })
  const windowId = computed(() => (route.query.window ? String(route.query.window) : null))

  function ask(change: Partial<DaySpan> & { window?: string | null }): void {
    const window = change.window === undefined ? windowId.value : change.window
    const { from, to } = { ...span.value, ...change }
    void router.replace({ query: { from, to, ...(window ? { window } : {}) } })
  }

  const choosePreset = (preset: Preset) => ask(spanOf(preset, today.value))

  watch(
    [span, windowId],
    async ([wanted, window]) => {
      loading.value = true
      try {
        const found = await fetchFigures(wanted, window)
        if (wanted === span.value) figures.value = found
        problem.value = ''
      } catch (failure) {
        problem.value = failure instanceof ApiError ? failure.detail || '!' : '!'
      } finally {
        loading.value = false
      }
    },
    { immediate: true },
  )

  return { figures, problem, loading, span, windowId, today, ask, choosePreset }
}
