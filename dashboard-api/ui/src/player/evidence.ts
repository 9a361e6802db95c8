import type { Span } from '@/api/footage'
import type { Incident } from '@/api/types'

const LEAD_MILLIS = 10_000

/** The footage to show for an incident: ten seconds more on either side; up to now while it goes on. */
export function evidenceSpan(incident: Incident, now: number): Span {
  const from = Date.parse(incident.startedAt) - LEAD_MILLIS
  const to = incident.endedAt ? Date.parse(incident.endedAt) + LEAD_MILLIS : now
  return { from, to: Math.max(to, from + LEAD_MILLIS) }
}

export type MarkKind = 'onset' | 'threshold' | 'end'

export interface Mark {
  kind: MarkKind
  at: number
}

/** The moments worth jumping to, in order. */
export function marksOf(incident: Incident): Mark[] {
  const marks: Mark[] = [
    { kind: 'onset', at: Date.parse(incident.startedAt) },
    { kind: 'threshold', at: Date.parse(incident.confirmedAt) },
  ]
  if (incident.endedAt) marks.push({ kind: 'end', at: Date.parse(incident.endedAt) })
  return marks
}
