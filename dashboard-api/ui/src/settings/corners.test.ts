import { describe, expect, it } from 'vitest'
import { inserted, moved, removed, shifted, START } from './corners'

const TRIANGLE = [
  [0, 0],
  [1, 0],
  [0.5, 0.5],
]

describe('corners', () => {
  it('stay within the picture', () => {
    expect(moved(TRIANGLE, 2, 1.2, -0.1)[2]).toEqual([1, 0])
    expect(shifted(START, 0.9, 0)).toEqual([
      [0.8, 0.4],
      [1, 0.4],
      [1, 0.8],
      [0.8, 0.8],
    ])
  })

  it('come in the middle of a side, the last one included', () => {
    expect(inserted(TRIANGLE, 0)[1]).toEqual([0.5, 0])
    expect(inserted(TRIANGLE, 2)[3]).toEqual([0.25, 0.25])
  })

  it('are never fewer than three', () => {
    expect(removed(START, 1)).toHaveLength(3)
    expect(removed(TRIANGLE, 1)).toEqual(TRIANGLE)
  })
})
