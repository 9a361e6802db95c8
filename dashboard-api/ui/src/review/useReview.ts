import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ApiError } from '@/api/http'
import { fetchIncident } from '@/api/incidents'
import type { Incident } from '@/api/types'
import { useLiveStore } from '@/live/liveStore'

/** Acts on an incident and shows at once what became of it; says so where somebody was faster. */
export function useReview(incidentId: () => string) {
  const { t } = useI18n()
  const live = useLiveStore()
  const busy = ref(false)
  const problem = ref('')

  /** True where it was done. */
  async function act(step: (incident: Incident) => Promise<Incident>): Promise<boolean> {
    const incident = live.incidents[incidentId()]
    if (!incident || busy.value) return false
    busy.value = true
    problem.value = ''
    try {
      live.take([await step(incident)])
      return true
    } catch (failure) {
      await explain(failure, incident.id)
      return false
    } finally {
      busy.value = false
    }
  }

  async function explain(failure: unknown, id: string): Promise<void> {
    const status = failure instanceof ApiError ? failure.status : 0
    if (status !== 409) {
      problem.value = (failure instanceof ApiError && failure.detail) || t('review.failed')
      return
    }
    problem.value = t('review.faster')
    const newest = await fetchIncident(id).catch(() => null)
    if (newest) live.take([newest])
  }

  return { busy, problem, act }
}
