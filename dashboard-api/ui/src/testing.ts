import type { Incident, WindowPresence } from '@/api/types'

/** Builders for tests: a plain, valid thing, with only what the test is about said aloud. */

export function anIncident(changes: Partial<Incident> = {}): Incident {
  return {
    id: 'i-1',
    type: 'VACANCY',
    windowId: 'w03',
    postIds: ['w03-a'],
    areaId: null,
    cameraIds: ['cam-01'],
    startedAt: '2026-03-02T08:41:07.000+08:00',
    confirmedAt: '2026-03-02T08:46:07.000+08:00',
    endedAt: null,
    status: 'OPEN',
    blindSeconds: 0,
    measure: { minOnPost: 1, seen: 0 },
    review: { standing: 'UNREVIEWED', revision: 0, verdict: null, appeal: null, comments: 0 },
    version: 1,
    ...changes,
  }
}

export function aPresence(changes: Partial<WindowPresence> = {}): WindowPresence {
  return {
    windowId: 'w03',
    presence: 'STAFFED',
    since: '2026-03-02T08:30:00.000+08:00',
    at: '2026-03-02T08:41:00.000+08:00',
    seen: 1,
    cause: null,
    ...changes,
  }
}
