import { describe, expect, it } from 'vitest'
import { anIncident } from '@/testing'
import { matches, newestFirst, takeIncidents } from './incidentReducer'

describe('takeIncidents', () => {
  const open = anIncident({ version: 1 })
  const closed = anIncident({ version: 2, status: 'CLOSED', endedAt: '2026-03-02T08:52:30+08:00' })

  it('replaces an incident by its newer version', () => {
    const known = takeIncidents({}, [open])
    expect(takeIncidents(known, [closed])['i-1']?.status).toBe('CLOSED')
  })

  it('ends the same in whatever order and however often versions arrive', () => {
    const orders = [[open, closed], [closed, open], [closed, open, closed, open], [closed]]
    for (const order of orders) {
      const oneByOne = order.reduce((known, one) => takeIncidents(known, [one]), {})
      expect(oneByOne).toEqual({ 'i-1': closed })
      expect(takeIncidents({}, order)).toEqual({ 'i-1': closed })
    }
  })

  it('returns the very same object when nothing is new, so that nothing is drawn again', () => {
    const known = takeIncidents({}, [closed])
    expect(takeIncidents(known, [open, closed])).toBe(known)
  })
})

describe('newestFirst', () => {
  it('sorts by start across offsets, equal starts by id', () => {
    const shanghai = anIncident({ id: 'b', startedAt: '2026-03-02T08:00:00+08:00' })
    const sameInUtc = anIncident({ id: 'a', startedAt: '2026-03-02T00:00:00Z' })
    const later = anIncident({ id: 'c', startedAt: '2026-03-02T00:00:01Z' })
    expect([shanghai, sameInUtc, later].sort(newestFirst).map((one) => one.id)).toEqual([
      'c',
      'a',
      'b',
    ])
  })
})

describe('matches', () => {
  it('needs type and window both, where asked for', () => {
    const incident = anIncident({ type: 'VACANCY', windowId: 'w03' })
    expect(matches(incident, { type: null, windowId: null, todo: false })).toBe(true)
    expect(matches(incident, { type: 'VACANCY', windowId: 'w03', todo: false })).toBe(true)
    expect(matches(incident, { type: 'VACANCY', windowId: 'w01', todo: false })).toBe(false)
    expect(matches(incident, { type: 'GATHERING', windowId: null, todo: false })).toBe(false)
  })
})
