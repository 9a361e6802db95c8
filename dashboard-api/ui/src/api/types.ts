/** What the dashboard's API says, by the names the page uses. */

export type IncidentType = 'VACANCY' | 'POST_UNATTENDED' | 'PHONE_USE' | 'GATHERING'
export type IncidentStatus = 'OPEN' | 'CLOSED'
export type Presence = 'STAFFED' | 'EMPTY' | 'UNKNOWN' | 'EXEMPT'
export type Role = 'desk' | 'approver' | 'supervisor' | 'admin' | 'auditor'

export interface Session {
  username: string
  displayName: string
  roles: string[]
}

export interface Post {
  id: string
  name: string
}

export interface ServiceWindow {
  id: string
  name: string
  unit: string
  kind: 'COUNTER' | 'GUIDE_DESK'
  minOnPost: number
  posts: Post[]
  cameraIds: string[]
}

export interface Camera {
  id: string
  name: string
}

export interface HallPlan {
  hall: { id: string; name: string; timeZone: string }
  windows: ServiceWindow[]
  cameras: Camera[]
}

/** Presence at one service window; instants are ISO-8601 with the hall's offset. */
export interface WindowPresence {
  windowId: string
  presence: Presence
  /** Since when it has been so. */
  since: string
  /** Media time of the newest picture that this rests on. */
  at: string
  /** People seen on post. */
  seen: number
  /** Why nothing can be seen, where the job says so. */
  cause?: string | null
}

export interface Incident {
  id: string
  type: IncidentType
  windowId: string | null
  postIds: string[]
  areaId: string | null
  cameraIds: string[]
  startedAt: string
  confirmedAt: string
  endedAt: string | null
  status: IncidentStatus
  blindSeconds: number
  measure: Record<string, number>
  /** Grows with every change of this incident. */
  version: number
}

export interface IncidentPage {
  items: Incident[]
  next: string | null
}
