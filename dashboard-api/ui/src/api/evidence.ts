import { get, withQuery } from './http'
import type { components } from './schema'

export type Evidence = components['schemas']['EvidenceView']
export type EvidenceClip = Evidence['clips'][number]

export const fetchEvidence = (incidentId: string) =>
  get<Evidence>(`/api/incidents/${encodeURIComponent(incidentId)}/evidence`)

/** A file to keep; the reason is entered in the register. */
export const keepUrl = (url: string, reason: string) => withQuery(url, { reason })
