import { describe, expect, it } from 'vitest'
import type { OccupancyMinute } from '@/api/types'
import { sightingsOf, sightingsOfStrip } from './sightings'

const minute = (at: string, staffed: number, empty: number, blind: number): OccupancyMinute => ({
  windowId: 'w03',
  minute: `2026-03-02T${at}:00.000+08:00`,
  staffedSeconds: staffed,
  emptySeconds: empty,
  blindSeconds: blind,
  exemptSeconds: 0,
  meanPersons: 1,
  phoneSeconds: 0,
})
const at = (clock: string) => Date.parse(`2026-03-02T${clock}+08:00`)
const span = { from: at('08:25:00'), to: at('08:35:00') }

describe('sightingsOf', () => {
  it('names the first and the last minute with somebody on post', () => {
    const seen = sightingsOf(
      [minute('08:26', 0, 60, 0), minute('08:28', 20, 40, 0), minute('08:31', 60, 0, 0)],
      span,
    )
    expect(seen.first).toBe(at('08:28:00'))
    expect(seen.last).toBe(at('08:32:00'))
    expect(seen.staffedSeconds).toBe(80)
  })

  it('keeps what nobody could see apart from what nobody reported', () => {
    const seen = sightingsOf([minute('08:25', 0, 0, 60), minute('08:26', 0, 30, 30)], span)
    expect(seen.first).toBeNull()
    expect(seen.blindSeconds).toBe(90)
    expect(seen.emptySeconds).toBe(30)
    expect(seen.unknownSeconds).toBe(480)
  })

  it('leaves out minutes beside the span', () => {
    expect(
      sightingsOf([minute('08:24', 60, 0, 0), minute('08:35', 60, 0, 0)], span).first,
    ).toBeNull()
  })
})

describe('sightingsOfStrip', () => {
  it('is as fine as the pictures are', () => {
    const seen = sightingsOfStrip({
      grainSeconds: 2,
      stretches: [
        { from: '2026-03-02T08:25:00+08:00', to: '2026-03-02T08:26:00+08:00', presence: 'UNKNOWN' },
        { from: '2026-03-02T08:26:00+08:00', to: '2026-03-02T08:31:14+08:00', presence: 'EMPTY' },
        { from: '2026-03-02T08:31:14+08:00', to: '2026-03-02T08:34:02+08:00', presence: 'STAFFED' },
        { from: '2026-03-02T08:34:02+08:00', to: '2026-03-02T08:35:00+08:00', presence: 'EMPTY' },
      ],
    })
    expect(seen.first).toBe(at('08:31:14'))
    expect(seen.last).toBe(at('08:34:02'))
    expect(seen.staffedSeconds).toBe(168)
    expect(seen.blindSeconds).toBe(60)
    expect(seen.grainSeconds).toBe(2)
  })
})
