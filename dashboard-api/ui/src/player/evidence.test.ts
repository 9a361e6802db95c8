import { describe, expect, it } from 'vitest'
import { anIncident } from '@/testing'
import { evidenceSpan, marksOf } from './evidence'

const started = Date.parse('2026-03-02T08:41:07+08:00')
const now = Date.parse('2026-03-02T08:50:00+08:00')

describe('evidenceSpan', () => {
  it('goes from ten seconds before the onset up to now while the incident goes on', () => {
    expect(evidenceSpan(anIncident(), now)).toEqual({ from: started - 10_000, to: now })
  })

  it('ends ten seconds after the end', () => {
    const closed = anIncident({ endedAt: '2026-03-02T08:52:30+08:00', status: 'CLOSED' })
    expect(evidenceSpan(closed, now).to).toBe(Date.parse('2026-03-02T08:52:40+08:00'))
  })

  it('is never empty, even on a desk whose clock is behind', () => {
    const { from, to } = evidenceSpan(anIncident(), started - 3_600_000)
    expect(to).toBeGreaterThan(from)
  })
})

describe('marksOf', () => {
  it('has no end while there is none', () => {
    expect(marksOf(anIncident()).map((mark) => mark.kind)).toEqual(['onset', 'threshold'])
  })

  it('puts the end last', () => {
    const closed = anIncident({ endedAt: '2026-03-02T08:52:30+08:00', status: 'CLOSED' })
    expect(marksOf(closed).at(-1)).toEqual({
      kind: 'end',
      at: Date.parse('2026-03-02T08:52:30+08:00'),
    })
  })
})
