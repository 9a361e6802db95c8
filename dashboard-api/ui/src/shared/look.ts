import type { IncidentType } from '@/api/types'
import type { ShownState } from '@/live/presenceReducer'
import type { IconName } from './icons'

/** Colour family of tokens.css; the class `tone-…` sets `--tone`, `--tone-tint` and `--tone-line`. */
export type Tone = 'staffed' | 'vacant' | 'empty' | 'unknown' | 'exempt' | 'notice' | 'gathering'

export interface Look {
  icon: IconName
  tone: Tone
}

export const INCIDENT_LOOK: Record<IncidentType, Look> = {
  VACANCY: { icon: 'personOff', tone: 'vacant' },
  POST_UNATTENDED: { icon: 'personAway', tone: 'notice' },
  PHONE_USE: { icon: 'phone', tone: 'empty' },
  GATHERING: { icon: 'people', tone: 'gathering' },
}

export const STATE_LOOK: Record<ShownState, Look> = {
  STAFFED: { icon: 'person', tone: 'staffed' },
  EMPTY: { icon: 'personOff', tone: 'empty' },
  VACANT: { icon: 'personOff', tone: 'vacant' },
  UNKNOWN: { icon: 'eyeOff', tone: 'unknown' },
  EXEMPT: { icon: 'moon', tone: 'exempt' },
  STALE: { icon: 'clockStop', tone: 'unknown' },
  NONE: { icon: 'dots', tone: 'exempt' },
}

/** A notice is no violation: it is told, and nothing more is asked. */
export const isNotice = (type: IncidentType) => type === 'POST_UNATTENDED'
