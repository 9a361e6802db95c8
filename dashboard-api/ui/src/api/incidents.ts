import { get } from './http'
import type { Incident, IncidentPage, IncidentType } from './types'

export interface IncidentQuery {
  type?: IncidentType | null
  windowId?: string | null
  before?: string | null
  limit?: number
}

/** One page, newest start first. */
export function fetchIncidents(query: IncidentQuery = {}): Promise<IncidentPage> {
  const { type, windowId, before, limit = 50 } = query
  return get<IncidentPage>('/api/incidents', { type, windowId, before, limit })
}

export const fetchIncident = (id: string) =>
  get<Incident>(`/api/incidents/${encodeURIComponent(id)}`)
