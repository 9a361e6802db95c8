import type { PunchOutcome } from '@/api/attendance'
import type { IconName } from '@/shared/icons'
import type { Tone } from '@/shared/look'

/** Colour and sign of what became of a punch. */
export const OUTCOME_LOOK: Record<PunchOutcome, { tone: Tone; icon: IconName }> = {
  PUNCHED: { tone: 'staffed', icon: 'check' },
  EXCUSED: { tone: 'notice', icon: 'check' },
  UNKNOWN: { tone: 'unknown', icon: 'eyeOff' },
  MISSING: { tone: 'empty', icon: 'alert' },
  PENDING: { tone: 'empty', icon: 'dots' },
  MADE_UP: { tone: 'staffed', icon: 'doubleCheck' },
  NEVER_REQUESTED: { tone: 'vacant', icon: 'close' },
  REQUESTED_LATE: { tone: 'vacant', icon: 'close' },
  OVER_QUOTA: { tone: 'vacant', icon: 'close' },
  REJECTED: { tone: 'vacant', icon: 'close' },
  ABSENCE_REQUESTED_LATE: { tone: 'vacant', icon: 'close' },
}

/** Whether it counts as 未按要求打卡. */
export const isViolation = (outcome: PunchOutcome) => OUTCOME_LOOK[outcome].tone === 'vacant'

/** Whether a make-up can still be asked for; too late it is recorded as such. */
export const mayAsk = ({ outcome }: { outcome: PunchOutcome }) =>
  outcome === 'MISSING' || outcome === 'NEVER_REQUESTED'
