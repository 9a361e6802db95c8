import { describe, expect, it } from 'vitest'
import { spanOf } from './daySpans'

describe('spanOf', () => {
  it('begins weeks on Monday, on a Sunday too', () => {
    expect(spanOf('week', '2026-03-08')).toEqual({ from: '2026-03-02', to: '2026-03-08' })
    expect(spanOf('lastWeek', '2026-03-02')).toEqual({ from: '2026-02-23', to: '2026-03-01' })
  })

  it('knows how long months are', () => {
    expect(spanOf('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(spanOf('lastMonth', '2026-01-05')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  })

  it('ends today at the latest', () => {
    expect(spanOf('year', '2026-11-26')).toEqual({ from: '2026-01-01', to: '2026-11-26' })
    expect(spanOf('today', '2026-11-26')).toEqual({ from: '2026-11-26', to: '2026-11-26' })
  })
})
