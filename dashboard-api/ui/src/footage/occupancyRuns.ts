import type { Span } from '@/api/footage'
import type { OccupancyMinute, Presence } from '@/api/types'

/** A stretch of the presence strip in one colour. */
export interface Run extends Span {
  presence: Presence
}

const MINUTE = 60_000

/** Equal shares of a minute go to what needs a look sooner. */
const BY_WEIGHT = [
  ['EMPTY', 'emptySeconds'],
  ['UNKNOWN', 'blindSeconds'],
  ['STAFFED', 'staffedSeconds'],
  ['EXEMPT', 'exemptSeconds'],
] as const

/** Minutes joined to stretches; minutes that nobody reported on leave a hole. */
export function occupancyRuns(minutes: readonly OccupancyMinute[]): Run[] {
  const runs: Run[] = []
  const inOrder = [...minutes].sort((a, b) => Date.parse(a.minute) - Date.parse(b.minute))
  for (const minute of inOrder) {
    const from = Date.parse(minute.minute)
    const presence = mostOf(minute)
    const last = runs.at(-1)
    if (last && last.presence === presence && last.to === from) last.to = from + MINUTE
    else runs.push({ from, to: from + MINUTE, presence })
  }
  return runs
}

function mostOf(minute: OccupancyMinute): Presence {
  let most: (typeof BY_WEIGHT)[number] = BY_WEIGHT[0]
  for (const one of BY_WEIGHT) if (minute[one[1]] > minute[most[1]]) most = one
  return most[0]
}
