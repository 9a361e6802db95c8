import { describe, expect, it } from 'vitest'
import { dayKey, formatClock, formatDay, formatDuration, formatStamp } from './format'

const HALL = 'Asia/Shanghai'

describe('formatDuration', () => {
  it.each([
    [0, '0 秒'],
    [59_999, '59 秒'],
    [60_000, '1 分 00 秒'],
    [247_000, '4 分 07 秒'],
    [3_599_000, '59 分 59 秒'],
    [3_600_000, '1 小时 00 分'],
    [86_399_000, '23 小时 59 分'],
    [183_600_000, '2 天 3 小时'],
  ])('writes %i ms with two units at most', (millis, text) => {
    expect(formatDuration(millis, 'zh')).toBe(text)
  })

  it('counts a clock that runs behind as nothing, never as a negative time', () => {
    expect(formatDuration(-5000, 'zh')).toBe('0 秒')
  })

  it('speaks English', () => {
    expect(formatDuration(247_000, 'en')).toBe('4 min 07 s')
  })
})

describe('wall-clock times', () => {
  const beforeMidnight = Date.parse('2026-03-02T23:59:59+08:00')
  const midnight = Date.parse('2026-03-03T00:00:00+08:00')

  it('are the hall’s own, whatever the zone of this computer', () => {
    expect(formatStamp(beforeMidnight, HALL)).toBe('2026-03-02 23:59:59')
    expect(formatClock(beforeMidnight, 'UTC')).toBe('15:59:59')
  })

  it('write midnight as 00, not 24', () => {
    expect(formatStamp(midnight, HALL)).toBe('2026-03-03 00:00:00')
  })

  it('change the day at the hall’s midnight', () => {
    expect(dayKey(beforeMidnight, HALL)).toBe('2026-03-02')
    expect(dayKey(midnight, HALL)).toBe('2026-03-03')
  })

  it('name the day in both languages', () => {
    expect(formatDay(midnight, HALL, 'zh')).toBe('3月3日 周二')
    expect(formatDay(midnight, HALL, 'en')).toBe('Tue 3 Mar')
  })
})
