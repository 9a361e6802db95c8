import { send } from '@/api/http'
import type { Dismissal } from '@/api/reviews'
import type { components } from '@/api/schema'
import type { Incident } from '@/api/types'

type Answer = components['schemas']['DismissalsAnswer']

/** Dismisses several with one reason; each is judged for itself, and those refused are named. */
export const dismissIncidents = (incidents: readonly Incident[], dismissal: Dismissal) =>
  send<Answer>('POST', '/api/incidents/dismissals', {
    incidents: incidents.map(({ id, review }) => ({ id, revision: review.revision })),
    ...dismissal,
  })
