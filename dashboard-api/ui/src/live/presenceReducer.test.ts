import { describe, expect, it } from 'vitest'
import { aPresence } from '@/testing'
import { PRESENCE_EXPIRES_MILLIS, shownState, takePresence } from './presenceReducer'

describe('takePresence', () => {
  it('keeps the state that rests on the newer picture, whichever arrives last', () => {
    const before = aPresence({ at: '2026-03-02T08:41:00+08:00', presence: 'STAFFED' })
    const after = aPresence({ at: '2026-03-02T08:41:20+08:00', presence: 'EMPTY' })
    expect(takePresence(takePresence({}, [before]), [after])['w03']?.presence).toBe('EMPTY')
    expect(takePresence(takePresence({}, [after]), [before])['w03']?.presence).toBe('EMPTY')
  })

  it('compares instants, not their spelling', () => {
    const shanghai = aPresence({ at: '2026-03-02T08:41:00+08:00', presence: 'STAFFED' })
    const utc = aPresence({ at: '2026-03-02T00:41:01Z', presence: 'EMPTY' })
    expect(takePresence({}, [utc, shanghai])['w03']?.presence).toBe('EMPTY')
  })
})

describe('shownState', () => {
  const at = '2026-03-02T08:41:00+08:00'
  const now = Date.parse(at) + 5000

  it('calls an empty window vacant only once the rule has', () => {
    const empty = aPresence({ at, presence: 'EMPTY' })
    expect(shownState(empty, now, 'no-vacancy')).toBe('EMPTY')
    expect(shownState(empty, now, 'vacancy-open')).toBe('VACANT')
  })

  it('does not show a vacancy where somebody is seen again', () => {
    expect(shownState(aPresence({ at }), now, 'vacancy-open')).toBe('STAFFED')
  })

  it('shows an old state as old, not as what it was', () => {
    const limit = Date.parse(at) + PRESENCE_EXPIRES_MILLIS
    expect(shownState(aPresence({ at }), limit, 'no-vacancy')).toBe('STAFFED')
    expect(shownState(aPresence({ at }), limit + 1, 'no-vacancy')).toBe('STALE')
  })

  it('claims nothing where nothing was ever told', () => {
    expect(shownState(undefined, now, 'no-vacancy')).toBe('NONE')
  })
})
