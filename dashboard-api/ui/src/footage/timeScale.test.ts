import { describe, expect, it } from 'vitest'
import { dayOf, shareOf, ticks, viewAround, zoomAround } from './timeScale'

const ZONE = 'Asia/Shanghai'
const at = (text: string) => Date.parse(`2026-03-02T${text}+08:00`)
const day = { from: at('00:00:00'), to: at('00:00:00') + 86_400_000 }

describe('dayOf', () => {
  it('is the hall’s day, also in the hours when UTC has another date', () => {
    expect(dayOf(at('00:00:00'), ZONE)).toEqual(day)
    expect(dayOf(at('07:59:59'), ZONE)).toEqual(day)
    expect(dayOf(at('23:59:59'), ZONE)).toEqual(day)
  })
})

describe('zoomAround', () => {
  it('keeps the instant under the pointer where it is', () => {
    const point = at('09:30:00')
    const closer = zoomAround(day, point, 0.5, day)
    expect(closer.to - closer.from).toBe(43_200_000)
    expect(shareOf(closer, point)).toBeCloseTo(shareOf(day, point))
  })

  it('never shows more than the limits nor less than two minutes', () => {
    expect(zoomAround(day, at('12:00:00'), 3, day)).toEqual(day)
    const narrow = zoomAround(day, at('12:00:00'), 1e-9, day)
    expect(narrow.to - narrow.from).toBe(120_000)
  })

  it('stays inside the limits at their edges', () => {
    const hour = viewAround(at('00:05:00'), 3_600_000, day)
    expect(hour.from).toBe(day.from)
    expect(hour.to - hour.from).toBe(3_600_000)
    const wider = zoomAround(hour, at('00:01:00'), 2, day)
    expect(wider.from).toBe(day.from)
  })
})

describe('ticks', () => {
  it('stand on whole local hours of a day', () => {
    expect(ticks(day, ZONE, 7)).toEqual(
      ['00', '04', '08', '12', '16', '20'].map((hour) => at(`${hour}:00:00`)).concat(day.to),
    )
  })

  it('grow finer as the view narrows and never crowd', () => {
    const view = { from: at('09:03:20'), to: at('09:33:20') }
    const found = ticks(view, ZONE, 8)
    expect(found[0]).toBe(at('09:05:00'))
    expect(found).toHaveLength(6)
  })
})
