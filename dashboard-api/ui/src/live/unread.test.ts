// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { anIncident } from '@/testing'
import { useUnread } from './unread'

const at = (text: string) => Date.parse(`2026-03-02T${text}+08:00`)

describe('useUnread', () => {
  beforeEach(() => localStorage.clear())

  const open = (now: number, user = 'wang') => useUnread(ref(user), () => now)

  it('starts with nothing unread, then shows what was confirmed since', () => {
    const { isUnread } = open(at('08:50:00'))
    expect(isUnread(anIncident({ confirmedAt: '2026-03-02T08:46:07+08:00' }))).toBe(false)
    expect(isUnread(anIncident({ confirmedAt: '2026-03-02T08:51:00+08:00' }))).toBe(true)
  })

  it('remembers over a reload what has been looked at', () => {
    const incident = anIncident({ confirmedAt: '2026-03-02T08:51:00+08:00' })
    const first = open(at('08:50:00'))
    first.markRead(incident.id)
    expect(first.isUnread(incident)).toBe(false)
    expect(open(at('09:00:00')).isUnread(incident)).toBe(false)
  })

  it('keeps one person’s marks apart from another’s', () => {
    const incident = anIncident({ confirmedAt: '2026-03-02T08:51:00+08:00' })
    open(at('08:50:00'), 'wang').markRead(incident.id)
    open(at('08:50:00'), 'li')
    expect(open(at('09:00:00'), 'li').isUnread(incident)).toBe(true)
  })

  it('marks all read up to now and no further', () => {
    const { isUnread, markAllRead } = open(at('08:50:00'))
    markAllRead()
    expect(isUnread(anIncident({ confirmedAt: '2026-03-02T08:49:59+08:00' }))).toBe(false)
    expect(isUnread(anIncident({ confirmedAt: '2026-03-02T08:50:01+08:00' }))).toBe(true)
  })

  it('survives unreadable marks', () => {
    localStorage.setItem('zaigang.read.wang', '{half')
    expect(open(at('08:50:00')).isUnread(anIncident())).toBe(false)
  })
})
