import type { Incident } from '@/api/types'
import { dayKey } from '@/shared/format'

export interface DayGroup {
  /** The hall's calendar day, `2026-03-02`. */
  day: string
  /** An instant of that day, to write it with. */
  at: number
  incidents: Incident[]
}

/** Cuts a list, newest first, at the hall's midnights. */
export function groupByDay(incidents: readonly Incident[], zone: string): DayGroup[] {
  const groups: DayGroup[] = []
  for (const incident of incidents) {
    const at = Date.parse(incident.startedAt)
    const day = dayKey(at, zone)
    const last = groups.at(-1)
    if (last?.day === day) last.incidents.push(incident)
    else groups.push({ day, at, incidents: [incident] })
  }
  return groups
}
