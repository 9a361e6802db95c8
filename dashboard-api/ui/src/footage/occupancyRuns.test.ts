import { describe, expect, it } from 'vitest'
import type { OccupancyMinute } from '@/api/types'
import { occupancyRuns } from './occupancyRuns'

const T0 = Date.parse('2026-03-02T09:00:00+08:00')

function minute(n: number, seconds: Partial<OccupancyMinute>): OccupancyMinute {
  return {
    windowId: 'w03',
    minute: new Date(T0 + n * 60_000).toISOString(),
    staffedSeconds: 0,
    emptySeconds: 0,
    blindSeconds: 0,
    exemptSeconds: 0,
    meanPersons: 0,
    phoneSeconds: 0,
    ...seconds,
  }
}

describe('occupancyRuns', () => {
  const staffed = { staffedSeconds: 60 }
  const empty = { emptySeconds: 60 }

  it('joins minutes of one kind, in whatever order they come', () => {
    const runs = occupancyRuns([minute(2, empty), minute(0, staffed), minute(1, staffed)])
    expect(runs).toEqual([
      { from: T0, to: T0 + 120_000, presence: 'STAFFED' },
      { from: T0 + 120_000, to: T0 + 180_000, presence: 'EMPTY' },
    ])
  })

  it('leaves a hole where no minute was reported', () => {
    expect(occupancyRuns([minute(0, staffed), minute(5, staffed)])).toHaveLength(2)
  })

  it('takes the larger part of a mixed minute, an even one for what needs a look', () => {
    const mixed = [
      minute(0, { staffedSeconds: 40, emptySeconds: 20 }),
      minute(1, { staffedSeconds: 30, emptySeconds: 30 }),
      minute(2, { exemptSeconds: 30, blindSeconds: 30 }),
    ]
    expect(occupancyRuns(mixed).map((run) => run.presence)).toEqual(['STAFFED', 'EMPTY', 'UNKNOWN'])
  })
})
