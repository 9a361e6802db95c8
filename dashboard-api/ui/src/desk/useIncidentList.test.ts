// @vitest-environment jsdom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import type { Incident, IncidentPage } from '@/api/types'
import type { IncidentFilter } from '@/live/incidentReducer'
import { useLiveStore } from '@/live/liveStore'
import { anIncident } from '@/testing'
import { useIncidentList } from './useIncidentList'

const minute = (n: number, changes: Partial<Incident> = {}) =>
  anIncident({
    id: `i-${n}`,
    startedAt: new Date(Date.UTC(2026, 2, 2, 0, n)).toISOString(),
    ...changes,
  })

describe('useIncidentList', () => {
  let scope: EffectScope
  let asked: URL[]
  let answers: (IncidentPage | 'fail')[]
  const filter = ref<IncidentFilter>({ type: null, windowId: null, todo: false })

  beforeEach(() => {
    setActivePinia(createPinia())
    scope = effectScope()
    asked = []
    answers = []
    filter.value = { type: null, windowId: null, todo: false }
    vi.stubGlobal('fetch', (path: string) => {
      asked.push(new URL(path, 'http://test'))
      const answer = answers.shift()
      return answer && answer !== 'fail'
        ? Promise.resolve(Response.json(answer))
        : Promise.resolve(new Response(null, { status: 500 }))
    })
  })
  afterEach(() => {
    scope.stop()
    vi.unstubAllGlobals()
  })

  function open(firstPage: IncidentPage) {
    const live = useLiveStore()
    live.take(firstPage.items)
    live.firstPage = firstPage
    const list = scope.run(() => useIncidentList(filter))
    if (!list) throw new Error('no list')
    return { live, list, ids: () => list.incidents.value.map((one) => one.id) }
  }

  const settled = () => vi.waitFor(() => expect(asked.length).toBeGreaterThan(0))

  it('shows the first page without asking for it twice', async () => {
    const { ids } = open({ items: [minute(9), minute(8)], next: 'c1' })
    await nextTick()
    expect(ids()).toEqual(['i-9', 'i-8'])
    expect(asked).toEqual([])
  })

  it('puts an incident that the stream brings on top', () => {
    const { live, ids } = open({ items: [minute(9)], next: null })
    live.take([minute(12)])
    expect(ids()).toEqual(['i-12', 'i-9'])
  })

  it('goes on from the cursor and ends when the server has no more', async () => {
    const { list, ids } = open({ items: [minute(9)], next: 'c1' })
    answers = [{ items: [minute(5)], next: null }]
    await list.loadMore()
    expect(asked[0]?.searchParams.get('before')).toBe('c1')
    expect(ids()).toEqual(['i-9', 'i-5'])
    expect(list.hasMore.value).toBe(false)
  })

  it('asks the server for a filter’s own list instead of sifting what happens to be here', async () => {
    const { list, ids } = open({ items: [minute(9), minute(8)], next: 'c1' })
    answers = [{ items: [minute(3, { type: 'GATHERING' })], next: null }]
    filter.value = { type: 'GATHERING', windowId: null, todo: false }
    await settled()
    await vi.waitFor(() => expect(list.loading.value).toBe(false))
    expect(asked[0]?.searchParams.get('type')).toBe('GATHERING')
    expect(ids()).toEqual(['i-3'])
  })

  it('hides what is older than this filter’s list has been loaded: there may be holes between', async () => {
    const { list, ids } = open({ items: [minute(9)], next: 'c1' })
    answers = [{ items: [minute(3, { type: 'GATHERING' })], next: null }]
    filter.value = { type: 'GATHERING', windowId: null, todo: false }
    await settled()
    await vi.waitFor(() => expect(list.loading.value).toBe(false))
    filter.value = { type: null, windowId: null, todo: false }
    expect(ids()).toEqual(['i-9'])
  })

  it('says that loading failed and tries again when asked', async () => {
    const { list, ids } = open({ items: [minute(9)], next: 'c1' })
    answers = ['fail', { items: [minute(5)], next: null }]
    await list.loadMore()
    expect(list.failed.value).toBe(true)
    await list.loadMore()
    expect(list.failed.value).toBe(false)
    expect(ids()).toEqual(['i-9', 'i-5'])
  })
})
