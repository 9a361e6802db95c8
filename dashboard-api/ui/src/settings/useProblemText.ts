import { useI18n } from 'vue-i18n'
import type { PlanProblem } from '@/api/sitePlan'
import { usePlanDraft } from './planDraft'

const ITEM = /^(cameras|windows|areas)\[(\d+)\]/

/** What is wrong with a plan in the page's language, and where, by the names people gave. */
export function useProblemText() {
  const { t, te } = useI18n()
  const draft = usePlanDraft()

  /** The server's own words where there is no text for the code. */
  function textOf(problem: PlanProblem): string {
    const key = `planProblems.codes.${problem.code}`
    return problem.code && te(key) ? t(key, problem.values.map(wordOf)) : problem.message
  }

  function wordOf(value: string): string {
    const key = `planProblems.words.${value}`
    return te(key) ? t(key) : value
  }

  /** The name of the camera, window or area that a path leads to. */
  function placeOf({ path }: PlanProblem): string {
    const [, list, index] = ITEM.exec(path) ?? []
    if (!list || !draft.plan) return ''
    return draft.plan[list as 'cameras' | 'windows' | 'areas'][Number(index)]?.name ?? ''
  }

  return { textOf, placeOf }
}
