import { get } from './http'
import type { Standing } from './reviews'
import type { Incident, IncidentPage, IncidentType } from './types'

export interface IncidentQuery {
  type?: IncidentType | readonly IncidentType[] | null
  windowId?: string | readonly string[] | null
  standing?: Standing | null
  /** Earliest start, included. */
  from?: string
  /** Latest start, excluded. */
  to?: string
  before?: string | null
  limit?: number
}

/** One page, newest start first. */
export function fetchIncidents(query: IncidentQuery = {}): Promise<IncidentPage> {
  return get<IncidentPage>('/api/incidents', { limit: 50, ...query })
}

export const fetchIncident = (id: string) =>
  get<Incident>(`/api/incidents/${encodeURIComponent(id)}`)
