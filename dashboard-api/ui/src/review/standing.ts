import type { Standing } from '@/api/reviews'
import type { Incident, Session } from '@/api/types'
import { isNotice, type Tone } from '@/shared/look'

export const STANDING_TONE: Record<Standing, Tone> = {
  UNREVIEWED: 'exempt',
  CONFIRMED: 'vacant',
  DISMISSED: 'exempt',
  APPEALED: 'gathering',
  UPHELD: 'vacant',
  REVERSED: 'exempt',
}

/** A violation that nobody has judged yet. Notices ask for nothing. */
export const awaitsVerdict = (incident: Incident) =>
  incident.review.standing === 'UNREVIEWED' && !isNotice(incident.type)

/** A notice that nobody dismissed has no standing: it asks for nothing. */
export const showsStanding = (incident: Incident) =>
  !isNotice(incident.type) || incident.review.standing !== 'UNREVIEWED'

export type ReviewAction = 'confirm' | 'dismiss' | 'withdraw' | 'appeal' | 'decide'

/**
 * What this person may do about an incident as it stands. The server decides; this only spares people
 * buttons that would be refused.
 */
export function actionsFor(incident: Incident, user: Session): ReviewAction[] {
  const { standing, verdict, appeal } = incident.review
  const has = (role: Session['roles'][number]) => user.roles.includes(role)
  const own = incident.windowId !== null && user.ownWindowIds.includes(incident.windowId)
  if (standing === 'UNREVIEWED') {
    if (!has('DESK') || own) return []
    // A notice is no violation: there is nothing to confirm, but it may have been a false alarm.
    return isNotice(incident.type) ? ['dismiss'] : ['confirm', 'dismiss']
  }
  const actions: ReviewAction[] = []
  if (standing === 'CONFIRMED' && (has('DESK') || has('SUPERVISOR') || own)) actions.push('appeal')
  if ((standing === 'CONFIRMED' || standing === 'DISMISSED') && !own) {
    if (has('DESK') || has('SUPERVISOR')) actions.push('withdraw')
  }
  const involved = verdict?.by === user.username || appeal?.by === user.username
  if (standing === 'APPEALED' && has('SUPERVISOR') && !own && !involved) actions.push('decide')
  return actions
}
