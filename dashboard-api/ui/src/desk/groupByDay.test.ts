import { describe, expect, it } from 'vitest'
import { anIncident } from '@/testing'
import { groupByDay } from './groupByDay'

describe('groupByDay', () => {
  it('cuts at the hall’s midnight, not at UTC’s', () => {
    const incidents = [
      anIncident({ id: 'c', startedAt: '2026-03-03T00:00:01+08:00' }),
      anIncident({ id: 'b', startedAt: '2026-03-02T23:59:59+08:00' }),
      anIncident({ id: 'a', startedAt: '2026-03-02T07:59:00+08:00' }),
    ]
    const groups = groupByDay(incidents, 'Asia/Shanghai')
    expect(groups.map(({ day, incidents }) => [day, incidents.map((one) => one.id)])).toEqual([
      ['2026-03-03', ['c']],
      ['2026-03-02', ['b', 'a']],
    ])
  })
})
