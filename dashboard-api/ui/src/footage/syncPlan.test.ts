import { describe, expect, it } from 'vitest'
import { correctionFor } from './syncPlan'

describe('correctionFor', () => {
  it('leaves a difference alone that nobody sees', () => {
    expect(correctionFor(60, 1)).toEqual({ kind: 'none', rate: 1 })
  })

  it('slows down what is ahead and speeds up what is behind, by 15 % at most', () => {
    const ahead = correctionFor(700, 2)
    const behind = correctionFor(-700, 2)
    expect(ahead.kind).toBe('nudge')
    expect(ahead.rate).toBeLessThan(2)
    expect(ahead.rate).toBeGreaterThanOrEqual(2 * 0.85)
    expect(behind.rate).toBeGreaterThan(2)
    expect(behind.rate).toBeLessThanOrEqual(2 * 1.15)
  })

  it('jumps when the difference is large', () => {
    expect(correctionFor(-20_000, 1).kind).toBe('seek')
  })

  it('is more patient at higher speed, where frames are further apart', () => {
    expect(correctionFor(3000, 1).kind).toBe('seek')
    expect(correctionFor(3000, 4).kind).toBe('nudge')
  })
})
