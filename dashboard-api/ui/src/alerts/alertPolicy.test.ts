import { describe, expect, it } from 'vitest'
import { anIncident } from '@/testing'
import { AlertPolicy, COOLDOWN_MILLIS } from './alertPolicy'

const vacancyOf = (windowId: string) => anIncident({ id: windowId, windowId })

describe('AlertPolicy', () => {
  it('calls out a new vacancy', () => {
    expect(new AlertPolicy().judge(vacancyOf('w1'), 0)).toBe('call')
  })

  it('never makes noise about a notice: the window is covered', () => {
    const away = anIncident({ type: 'POST_UNATTENDED' })
    expect(new AlertPolicy().judge(away, 0)).toBe('quiet')
  })

  it('stays quiet about the same window until the cooldown is over', () => {
    const policy = new AlertPolicy()
    policy.judge(vacancyOf('w1'), 0)
    expect(policy.judge(vacancyOf('w1'), COOLDOWN_MILLIS - 1)).toBe('quiet')
    expect(policy.judge(vacancyOf('w1'), COOLDOWN_MILLIS)).toBe('call')
  })

  it('does not let one kind silence another at the same window', () => {
    const policy = new AlertPolicy()
    policy.judge(vacancyOf('w1'), 0)
    expect(policy.judge(anIncident({ type: 'PHONE_USE', windowId: 'w1' }), 1)).toBe('call')
  })

  it('gathers a storm into a digest and calls again when it is over', () => {
    const policy = new AlertPolicy()
    const loudness = ['w1', 'w2', 'w3', 'w4', 'w5'].map((id, i) => policy.judge(vacancyOf(id), i))
    expect(loudness).toEqual(['call', 'call', 'call', 'digest', 'digest'])
    expect(policy.judge(vacancyOf('w6'), 60_000)).toBe('call')
  })
})
