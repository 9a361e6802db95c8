import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ApiError } from '@/api/http'
import {
  fetchPlan,
  judgePlan,
  savePlan,
  type PlanChange,
  type PlanDocument,
  type PlanProblem,
  type PlanVersion,
} from '@/api/sitePlan'
import { useHallStore } from '@/shell/hallStore'

/** The plan in force and the copy that is being changed; all pages of the settings work on the one copy. */
export const usePlanDraft = defineStore('planDraft', () => {
  const hall = useHallStore()
  const base = shallowRef<PlanVersion | null>(null)
  const plan = ref<PlanDocument | null>(null)
  const problems = shallowRef<PlanProblem[]>([])
  /** What the last attempt came to, in the server's words; empty when it went well. */
  const trouble = ref('')
  const outdated = ref(false)
  const busy = ref(false)

  const version = computed(() => base.value?.version.number ?? 0)
  const changed = computed(
    () => base.value !== null && JSON.stringify(plan.value) !== JSON.stringify(base.value.plan),
  )

  function take(fetched: PlanVersion): void {
    base.value = fetched
    plan.value = structuredClone(fetched.plan)
    problems.value = []
    trouble.value = ''
    outdated.value = false
  }

  /** Loads the plan in force, unless there are changes that would be lost. */
  async function load(): Promise<void> {
    if (changed.value) return
    await attempt(async () => take(await fetchPlan()))
  }

  async function reload(): Promise<void> {
    await attempt(async () => take(await fetchPlan()))
  }

  async function save(note: string): Promise<boolean> {
    return attempt(async () => {
      if (!plan.value) return
      take(await savePlan(version.value, plan.value, note))
      await hall.load()
    })
  }

  /** What would change; problems are kept, to be shown. */
  async function compare(): Promise<PlanChange[]> {
    let changes: PlanChange[] = []
    await attempt(async () => {
      if (!plan.value) return
      const judged = await judgePlan(plan.value)
      problems.value = judged.problems
      changes = judged.changes
    })
    return changes
  }

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    busy.value = true
    trouble.value = ''
    problems.value = []
    try {
      await work()
      return true
    } catch (failure) {
      const error = failure instanceof ApiError ? failure : new ApiError(0, '')
      trouble.value = error.detail || `HTTP ${error.status}`
      problems.value = error.problems
      outdated.value = error.status === 409
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    base,
    plan,
    version,
    changed,
    problems,
    trouble,
    outdated,
    busy,
    take,
    load,
    reload,
    save,
    compare,
  }
})

/** A free id such as `cam-03` beside those there are. */
export function freeId(prefix: string, taken: readonly string[]): string {
  const numbered = (number: number) => `${prefix}-${String(number).padStart(2, '0')}`
  let number = taken.length + 1
  while (taken.includes(numbered(number))) number++
  return numbered(number)
}
