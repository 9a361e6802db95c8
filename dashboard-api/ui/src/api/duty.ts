import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type Staff = Schemas['Staff']
/** Who the roster expects at a window. */
export type WindowDuty = Schemas['WindowDutyView']
export type ExpectedPerson = Schemas['PersonView']
export type Assignment = Schemas['AssignmentView']
export type GuideDuty = Schemas['GuideDutyView']
export type Absence = Schemas['AbsenceView']
export type Closure = Schemas['ClosureView']

interface Span {
  from: number
  to: number
}

const instants = ({ from, to }: Span) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
})

export const fetchDutyNow = () => get<WindowDuty[]>('/api/duty/now')
export const fetchStaff = () => get<Staff[]>('/api/duty/staff')

/** @param from first day, such as `2026-03-02` */
export const fetchAssignments = (from: string, to: string) =>
  get<Assignment[]>('/api/duty/assignments', { from, to })

/** @param month such as `2026-03` */
export const fetchGuideDuty = (month: string) => get<GuideDuty[]>('/api/duty/guide', { month })

export const fetchAbsences = (span: Span) => get<Absence[]>('/api/duty/absences', instants(span))
export const fetchClosures = (span: Span) => get<Closure[]>('/api/duty/closures', instants(span))

export const decideAbsence = (id: string, verdict: 'APPROVED' | 'REJECTED', remark: string) =>
  send<Absence>('POST', `/api/duty/absences/${encodeURIComponent(id)}/decision`, {
    verdict,
    remark,
  })

/** A stretch of time as forms give it, epoch milliseconds, with its reason. */
export interface Planned extends Span {
  reason: string
}

export const closeWindow = (windowId: string, { reason, ...span }: Planned) =>
  send<Closure>('POST', '/api/duty/closures', { windowId, reason, ...instants(span) })

export const fetchMyAbsences = (month: string) => get<Absence[]>('/api/my/absences', { month })

export const askForAbsence = (kind: Absence['kind'], { reason, ...span }: Planned) =>
  send<Absence>('POST', '/api/my/absences', { kind, reason, ...instants(span) })

export const withdrawAbsence = (id: string) =>
  send<Absence>('DELETE', `/api/my/absences/${encodeURIComponent(id)}`)

export const reopen = (closureId: string) =>
  send<void>('DELETE', `/api/duty/closures/${encodeURIComponent(closureId)}`)
