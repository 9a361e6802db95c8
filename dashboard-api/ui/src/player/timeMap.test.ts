import { describe, expect, it } from 'vitest'
import { TimeMap, type Fragment } from './timeMap'

const T0 = Date.parse('2026-03-02T08:41:00+08:00')

/** Segments of 4 s from the given wall-clock seconds, one after the other in media time. */
const footage = (...startSeconds: number[]): Fragment[] =>
  startSeconds.map((second, i) => ({
    start: i * 4,
    duration: 4,
    programDateTime: T0 + second * 1000,
  }))

describe('TimeMap', () => {
  const gapped = TimeMap.of(footage(0, 4, 8, 72, 76))

  it('joins segments that follow one another and keeps gaps apart', () => {
    expect(gapped.stretches.map((one) => one.seconds)).toEqual([12, 8])
  })

  it('joins over the rounding of names to milliseconds', () => {
    const rounded: Fragment[] = [
      { start: 0, duration: 4.004, programDateTime: T0 },
      { start: 4.004, duration: 4.004, programDateTime: T0 + 4050 },
    ]
    expect(TimeMap.of(rounded).stretches).toHaveLength(1)
  })

  it('reads the wall clock on either side of a gap', () => {
    expect(gapped.wallAt(11.5)).toBe(T0 + 11_500)
    expect(gapped.wallAt(12)).toBe(T0 + 72_000)
    expect(gapped.wallAt(13)).toBe(T0 + 73_000)
  })

  it('seeks to the first picture after a gap', () => {
    expect(gapped.mediaAt(T0 + 30_000)).toBe(12)
  })

  it('finds its way back from wall clock to media time', () => {
    for (const media of [0, 3.2, 11.9, 12, 15.5]) {
      expect(gapped.mediaAt(gapped.wallAt(media))).toBeCloseTo(media, 3)
    }
  })

  it('stays inside the footage before its start and after its end', () => {
    expect(gapped.mediaAt(T0 - 60_000)).toBe(0)
    expect(gapped.mediaAt(Number.POSITIVE_INFINITY)).toBeCloseTo(19.9)
    expect(gapped.wallAt(-1)).toBe(T0)
    expect(gapped.wallAt(99)).toBe(T0 + 80_000)
  })

  it('names every hole of a span, at its ends too', () => {
    expect(gapped.gaps(T0 - 10_000, T0 + 100_000)).toEqual([
      { from: T0 - 10_000, to: T0 },
      { from: T0 + 12_000, to: T0 + 72_000 },
      { from: T0 + 80_000, to: T0 + 100_000 },
    ])
  })

  it('knows that it is empty', () => {
    expect(TimeMap.of([]).isEmpty).toBe(true)
    expect(TimeMap.of([]).wallAt(3)).toBeNaN()
  })
})
