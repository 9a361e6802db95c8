import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { fetchCircular, fetchWeeks, type Circular, type CircularWeekSummary } from '@/api/circulars'
import { ApiError } from '@/api/http'

/** The weeks, and the one that the address names: `?week=2026-03-02&version=1`. */
export function useCirculars() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()

  const weeks = shallowRef<CircularWeekSummary[]>([])
  const circular = shallowRef<Circular | null>(null)
  const loaded = ref(false)
  const busy = ref(false)
  const problem = ref('')

  const week = computed(() => {
    const asked = route.query.week
    return typeof asked === 'string' ? asked : (weeks.value[0]?.week ?? null)
  })
  const version = computed(() => {
    const asked = Number(route.query.version)
    return Number.isInteger(asked) && asked > 0 ? asked : null
  })

  /** Runs something that may be refused; the server's sentence is shown. */
  async function attempt(change: () => Promise<void>): Promise<boolean> {
    busy.value = true
    problem.value = ''
    try {
      await change()
      return true
    } catch (failure) {
      const said = failure instanceof ApiError ? failure.detail : ''
      problem.value = said || t('circular.failed')
      return false
    } finally {
      busy.value = false
    }
  }

  async function loadWeeks(): Promise<void> {
    weeks.value = await fetchWeeks()
    loaded.value = true
  }

  async function loadCircular(): Promise<void> {
    circular.value = week.value ? await fetchCircular(week.value, version.value) : null
  }

  /** Does something that makes or changes a version, and shows what came of it. */
  const change = (act: () => Promise<Circular>) =>
    attempt(async () => {
      const after = await act()
      circular.value = after
      await loadWeeks()
      await router.replace({ query: { week: after.week } })
    })

  const open = (to: string, at?: number) =>
    void router.replace({ query: at === undefined ? { week: to } : { week: to, version: at } })

  void attempt(loadWeeks)
  watch(
    [week, version],
    () => {
      const shown = circular.value
      if (
        shown?.week === week.value &&
        (version.value ?? shown?.version.version) === shown?.version.version
      )
        return
      void attempt(loadCircular)
    },
    { immediate: true },
  )

  return { weeks, week, circular, loaded, busy, problem, change, open }
}
