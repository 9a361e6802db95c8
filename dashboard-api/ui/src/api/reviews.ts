import { get, send } from './http'
import type { components } from './schema'
import type { Incident } from './types'

type Schemas = components['schemas']

export type Standing = Incident['review']['standing']
export type DismissalReason = Schemas['DismissalBody']['reason']
export type FalseAlarm = NonNullable<Schemas['DismissalBody']['falseAlarm']>
export type Outcome = Schemas['DecisionBody']['outcome']
export type Step = Schemas['StepView']

export const DISMISSAL_REASONS: readonly DismissalReason[] = [
  'FALSE_ALARM',
  'COVERED',
  'OFFICIAL_DUTY',
  'OTHER',
]

export const FALSE_ALARMS: readonly FalseAlarm[] = [
  'PERSON_NOT_SEEN',
  'NOT_A_PHONE',
  'NOT_STAFF',
  'PICTURE',
  'ZONE',
  'CALENDAR',
  'OTHER',
]

export interface Dismissal {
  reason: DismissalReason
  falseAlarm: FalseAlarm | null
  remark: string
}

/** Each names the revision it rests on: where somebody was faster the server answers 409. */
const act = (incident: Incident, what: string, body: object) =>
  send<Incident>('POST', `/api/incidents/${encodeURIComponent(incident.id)}/${what}`, {
    revision: incident.review.revision,
    ...body,
  })

export const confirmIncident = (incident: Incident) => act(incident, 'confirmation', { remark: '' })

export const dismissIncident = (incident: Incident, dismissal: Dismissal) =>
  act(incident, 'dismissal', dismissal)

export const withdrawVerdict = (incident: Incident, reason: string) =>
  act(incident, 'withdrawal', { reason })

export const appealAgainst = (incident: Incident, text: string, appellant: string) =>
  act(incident, 'appeal', { text, appellant })

export const decideAppeal = (incident: Incident, outcome: Outcome, reason: string) =>
  act(incident, 'decision', { outcome, reason })

export const commentOn = (incident: Incident, text: string) =>
  send<Incident>('POST', `/api/incidents/${encodeURIComponent(incident.id)}/comments`, { text })

export const fetchHistory = (incidentId: string) =>
  get<Step[]>(`/api/incidents/${encodeURIComponent(incidentId)}/history`)
