import type { Incident, IncidentType } from '@/api/types'
import { awaitsVerdict } from '@/review/standing'

/** Incidents by id, each in the newest version seen. */
export type Incidents = Readonly<Record<string, Incident>>

/**
 * Takes in incidents from a page or from the stream, in any order and any number of times: of each the
 * newest version stays. Returns the same object when nothing was new.
 */
export function takeIncidents(known: Incidents, arrived: readonly Incident[]): Incidents {
  const news = arrived.filter((incident) => isNewer(incident, known[incident.id]))
  if (news.length === 0) return known
  const next: Record<string, Incident> = { ...known }
  for (const incident of news) {
    if (isNewer(incident, next[incident.id])) next[incident.id] = incident
  }
  return next
}

function isNewer(incident: Incident, known: Incident | undefined): boolean {
  return !known || incident.version > known.version
}

/** Newest start first; equal starts by id, so that the order never depends on arrival. */
export function newestFirst(a: Incident, b: Incident): number {
  return Date.parse(b.startedAt) - Date.parse(a.startedAt) || (a.id < b.id ? -1 : 1)
}

/** What a list shows; null leaves that side open. */
export interface IncidentFilter {
  type: IncidentType | null
  windowId: string | null
  /** True: only what waits for a verdict. */
  todo: boolean
}

export function matches(incident: Incident, filter: IncidentFilter): boolean {
  return (
    (filter.type === null || incident.type === filter.type) &&
    (filter.windowId === null || incident.windowId === filter.windowId) &&
    (!filter.todo || awaitsVerdict(incident))
  )
}
