import { describe, expect, it } from 'vitest'
import { backOffMillis } from './backOff'

describe('backOffMillis', () => {
  it('doubles with every failure up to 20 s', () => {
    const waits = [1, 2, 3, 4, 5, 6, 60].map((failures) => backOffMillis(failures, 0.999999))
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16000, 20000, 20000])
  })

  it('spreads desks over half of the wait', () => {
    expect(backOffMillis(3, 0)).toBe(2000)
    expect(backOffMillis(3, 0.5)).toBe(3000)
  })
})
