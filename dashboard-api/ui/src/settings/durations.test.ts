import { describe, expect, it } from 'vitest'
import { durationOf, secondsOf } from './durations'

describe('durations', () => {
  it('go to seconds and back as the plan writes them', () => {
    for (const text of ['PT5M', 'PT20S', 'PT2M30S', 'PT1H', 'PT0.5S']) {
      expect(durationOf(secondsOf(text) ?? -1)).toBe(text)
    }
  })

  it('are nothing where they are none', () => {
    expect(secondsOf('five')).toBeNull()
    expect(secondsOf(null)).toBeNull()
    expect(durationOf(0)).toBe('PT0S')
  })
})
