import { describe, expect, it } from 'vitest'
import type { Incident, Session } from '@/api/types'
import { anIncident } from '@/testing'
import { actionsFor, awaitsVerdict, showsStanding } from './standing'

const wang: Session = {
  username: 'wang',
  displayName: '王敏',
  roles: ['DESK'],
  cameraIds: null,
  ownWindowIds: [],
}
const sun: Session = { ...wang, username: 'sun', roles: ['SUPERVISOR'] }

function standingAt(standing: Incident['review']['standing'], by = 'wang'): Incident {
  const verdict = {
    by,
    at: '2026-03-02T09:00:00+08:00',
    reason: null,
    falseAlarm: null,
    remark: '',
  }
  const { review } = anIncident()
  return anIncident({ review: { ...review, standing, verdict } })
}

describe('actionsFor', () => {
  it('lets the desk judge, but nobody their own window', () => {
    expect(actionsFor(anIncident(), wang)).toEqual(['confirm', 'dismiss'])
    expect(actionsFor(anIncident(), { ...wang, ownWindowIds: ['w03'] })).toEqual([])
    expect(actionsFor(anIncident(), sun)).toEqual([])
  })

  it('lets the supervisor decide an appeal, unless they confirmed the incident', () => {
    expect(actionsFor(standingAt('APPEALED'), sun)).toEqual(['decide'])
    expect(actionsFor(standingAt('APPEALED', 'sun'), sun)).toEqual([])
    expect(actionsFor(standingAt('APPEALED'), wang)).toEqual([])
  })

  it('leaves what is decided alone', () => {
    expect(actionsFor(standingAt('REVERSED'), sun)).toEqual([])
  })

  it('lets a notice be dismissed, never confirmed', () => {
    const notice = anIncident({ type: 'POST_UNATTENDED' })
    expect(actionsFor(notice, wang)).toEqual(['dismiss'])
    expect(actionsFor(notice, sun)).toEqual([])
    expect(showsStanding(notice)).toBe(false)
  })
})

describe('awaitsVerdict', () => {
  it('asks for a verdict on violations only', () => {
    expect(awaitsVerdict(anIncident())).toBe(true)
    expect(awaitsVerdict(anIncident({ type: 'POST_UNATTENDED' }))).toBe(false)
    expect(awaitsVerdict(standingAt('DISMISSED'))).toBe(false)
  })
})
