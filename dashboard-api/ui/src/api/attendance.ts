import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

/** A 补卡 request. */
export type MakeUp = Schemas['MakeUpView']
export type MakeUpDecision = Schemas['MakeUpDecisionView']
/** Everything needed to decide one. */
export type EvidenceCard = Schemas['EvidenceCard']
export type PunchOutcome = MakeUp['outcome']
/** What became of a due punch. */
export type PunchResult = Schemas['PunchView']
export type PersonMonth = Schemas['PersonMonth']
export type MyMonth = Schemas['MyMonth']

export type MakeUpSubmitted = Schemas['MakeUpSubmitted']

export const fetchPending = () => get<MakeUp[]>('/api/makeup/pending')

/** @param month such as `2026-03` */
export const fetchMakeUps = (month: string) => get<MakeUp[]>('/api/makeup', { month })

export const fetchCard = (id: string) => get<EvidenceCard>(`/api/makeup/${id}`)

export const decide = (id: string, decision: Schemas['DecisionWanted']) =>
  send<MakeUp>('POST', `/api/makeup/${id}/decision`, decision)

export const fetchMonths = (month: string) => get<PersonMonth[]>('/api/punches/months', { month })

export const fetchPunches = (staffId: string, month: string) =>
  get<PunchResult[]>('/api/punches', { staffId, month })

export const fetchMyMonth = (month: string) => get<MyMonth>('/api/my/punches', { month })

/** For somebody else, by whoever keeps the attendance. */
export const enterMakeUp = (wanted: Schemas['MakeUpFor']) =>
  send<Schemas['MakeUpSubmitted']>('POST', '/api/makeup', wanted)

export const askForMakeUp = (wanted: Schemas['MyMakeUp']) =>
  send<Schemas['MakeUpSubmitted']>('POST', '/api/my/makeup', wanted)
