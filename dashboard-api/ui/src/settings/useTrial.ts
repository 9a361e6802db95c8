import { ref, shallowRef } from 'vue'
import { ApiError } from '@/api/http'
import { tryPlan, type TrialResult } from '@/api/sitePlan'
import { usePlanDraft } from './planDraft'

/** Runs the draft over what was seen; the result is of the draft as it was then. */
export function useTrial() {
  const draft = usePlanDraft()
  const result = shallowRef<TrialResult | null>(null)
  const running = ref(false)
  const trouble = ref('')

  async function run(hours: number, windowId: string | null): Promise<void> {
    if (!draft.plan) return
    running.value = true
    trouble.value = ''
    result.value = null
    try {
      result.value = await tryPlan(draft.plan, hours, windowId)
    } catch (failure) {
      trouble.value = failure instanceof ApiError ? failure.message : String(failure)
    } finally {
      running.value = false
    }
  }

  return { result, running, trouble, run }
}
