import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { ApiError } from '@/api/http'
import {
  fetchSpotChecks,
  recordCheck,
  withdrawCheck,
  type CheckedItem,
  type SpotCheck,
  type SpotCheckMonth,
} from '@/api/spotChecks'

/** The checks of a month, and the one that is looked at. */
export function useSpotChecks(thisMonth: string) {
  const { t } = useI18n()
  const month = ref(thisMonth)
  const loaded = shallowRef<SpotCheckMonth | null>(null)
  const currentId = ref<string | null>(null)
  const problem = ref('')
  const busy = ref(false)

  const checks = computed(() => loaded.value?.checks ?? [])
  const current = computed(() => checks.value.find((one) => one.id === currentId.value) ?? null)
  const done = computed(() => checks.value.filter((one) => one.state !== 'DUE').length)

  async function load(): Promise<void> {
    const asked = month.value
    try {
      const answer = await fetchSpotChecks(asked)
      if (asked !== month.value) return
      loaded.value = answer
      problem.value = ''
    } catch (failure) {
      loaded.value = null
      problem.value = (failure instanceof ApiError && failure.detail) || t('spotCheck.loadFailed')
    }
  }

  async function change(act: () => Promise<SpotCheck>): Promise<void> {
    busy.value = true
    problem.value = ''
    try {
      const after = await act()
      const before = loaded.value
      if (before) {
        const merged = before.checks.map((one) => (one.id === after.id ? after : one))
        loaded.value = { ...before, checks: merged }
      }
    } catch (failure) {
      problem.value = (failure instanceof ApiError && failure.detail) || t('spotCheck.failed')
    } finally {
      busy.value = false
    }
  }

  const submit = (id: string, items: CheckedItem[], remark: string) =>
    change(() => recordCheck(id, items, remark))

  const withdraw = (id: string, reason: string) => change(() => withdrawCheck(id, reason))

  /** The next one that is due, after the one on show. */
  function next(): void {
    const at = checks.value.findIndex((one) => one.id === currentId.value)
    const rest = [...checks.value.slice(at + 1), ...checks.value.slice(0, at + 1)]
    currentId.value = rest.find((one) => one.state === 'DUE')?.id ?? currentId.value
  }

  watch(month, () => void load(), { immediate: true })

  return { month, loaded, checks, current, currentId, done, problem, busy, submit, withdraw, next }
}
