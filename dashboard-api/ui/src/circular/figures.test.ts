import { describe, expect, it } from 'vitest'
import type { CountedOffence } from '@/api/circulars'
import { footageOf, incidentOf, mondayOf, offenceMinutes, percent } from './figures'

function offence(changes: Partial<CountedOffence['offence']>): CountedOffence {
  return {
    offence: {
      id: 'a1',
      kind: 'VACANCY',
      windowId: 'w03',
      unit: null,
      people: [],
      from: '2026-03-02T01:00:00Z',
      to: '2026-03-02T01:12:30Z',
      countedAt: '2026-03-02T01:00:00Z',
      blindMillis: 0,
      cause: null,
      evidence: { cameraIds: ['cam-01'], clips: {}, basis: '' },
      ...changes,
    },
    ordinals: [],
  }
}

describe('figures of a circular', () => {
  it('rounds rates down, so that 100 % is only said where it is so', () => {
    expect(percent(99_999, 100_000)).toBe('99.99%')
    expect(percent(100_000, 100_000)).toBe('100%')
    expect(percent(0, 0)).toBe('–')
  })

  it('counts whole minutes that were seen', () => {
    expect(offenceMinutes(offence({}))).toBe(12)
    expect(offenceMinutes(offence({ blindMillis: 60_000 }))).toBe(11)
  })

  it('links what cameras saw to footage and incident, a punch to neither', () => {
    expect(footageOf(offence({}))).toEqual({ window: 'w03', at: '2026-03-02T00:59:55.000Z' })
    expect(incidentOf(offence({}))).toBe('a1')
    const punch = offence({
      id: 'punch/p1/2026-03-02T00:30:00Z',
      evidence: { cameraIds: [], clips: {}, basis: '' },
    })
    expect(footageOf(punch)).toBeNull()
    expect(incidentOf(punch)).toBeNull()
  })

  it('finds the Monday of a day', () => {
    expect(mondayOf('2026-03-08')).toBe('2026-03-02')
    expect(mondayOf('2026-03-02')).toBe('2026-03-02')
    expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  })
})
