// @vitest-environment jsdom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useLiveStore } from '@/live/liveStore'
import { useHallStore } from '@/shell/hallStore'
import { anIncident, aPresence } from '@/testing'
import { useWindowCards } from './useWindowCards'

const NOW = '2026-03-02T08:41:05+08:00'

describe('useWindowCards', () => {
  let scope: EffectScope

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(NOW) })
    setActivePinia(createPinia())
    scope = effectScope()
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  function hallOf(windowCount: number) {
    useHallStore().plan = {
      hall: { id: 'h', name: '大厅', timeZone: 'Asia/Shanghai' },
      windows: Array.from({ length: windowCount }, (_, i) => ({
        id: `w${i + 1}`,
        name: `${i + 1}号窗口`,
        unit: '',
        kind: 'COUNTER' as const,
        minOnPost: 1,
        posts: [
          { id: `w${i + 1}-a`, name: 'A岗' },
          { id: `w${i + 1}-b`, name: 'B岗' },
        ],
        cameraIds: [],
      })),
      cameras: [],
    }
    const live = useLiveStore()
    live.presence = Object.fromEntries(
      useHallStore().windows.map(({ id }) => [id, aPresence({ windowId: id })]),
    )
    const made = scope.run(() => useWindowCards())
    if (!made) throw new Error('no cards')
    return { live, ...made }
  }

  it('keeps plan order where the whole hall is in sight, vacant or not', () => {
    const { live, groups } = hallOf(3)
    live.presence = { ...live.presence, w3: aPresence({ windowId: 'w3', presence: 'EMPTY' }) }
    live.take([anIncident({ windowId: 'w3' })])
    const [only] = groups.value
    expect(groups.value).toHaveLength(1)
    expect(only?.cards.map((card) => card.state)).toEqual(['STAFFED', 'STAFFED', 'VACANT'])
  })

  it('brings up what needs a look in a hall too big for the screen', () => {
    const { live, groups } = hallOf(60)
    live.presence = { ...live.presence, w50: aPresence({ windowId: 'w50', presence: 'UNKNOWN' }) }
    expect(groups.value.map((group) => [group.title, group.cards.length])).toEqual([
      ['attention', 1],
      ['others', 59],
    ])
  })

  it('names the posts away from a covered window, and forgets them when they are back', () => {
    const { live, cards } = hallOf(2)
    const away = anIncident({ type: 'POST_UNATTENDED', windowId: 'w2', postIds: ['w2-b'] })
    live.take([away])
    expect(cards.value[1]?.unattended).toEqual(['B岗'])
    live.take([{ ...away, version: 2, status: 'CLOSED', endedAt: NOW }])
    expect(cards.value[1]?.unattended).toEqual([])
  })

  it('counts windows by state, what needs a look first', () => {
    const { live, counts } = hallOf(3)
    live.presence = { ...live.presence, w2: aPresence({ windowId: 'w2', presence: 'EMPTY' }) }
    expect(counts.value).toEqual([
      { state: 'EMPTY', count: 1 },
      { state: 'STAFFED', count: 2 },
    ])
  })

  it('grows old by itself when nothing more is heard', async () => {
    const { cards } = hallOf(1)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(cards.value[0]?.state).toBe('STALE')
  })
})
