// @vitest-environment jsdom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Incident } from '@/api/types'
import { anIncident, aPresence } from '@/testing'
import { useLiveStore } from './liveStore'

const NOW = Date.parse('2026-03-02T08:46:10+08:00')
const RECENT = '2026-03-02T08:46:07+08:00'

describe('live store', () => {
  let listed: Incident[]
  let send: (event: string, data: unknown) => void
  let announced: string[]
  const live = () => useLiveStore()

  beforeEach(async () => {
    vi.useFakeTimers({ now: NOW })
    setActivePinia(createPinia())
    listed = []
    announced = []
    vi.stubGlobal('fetch', (path: string) => Promise.resolve(answer(path)))
    live().whenNew((incident) => announced.push(incident.id))
    live().start(() => {})
    await pass()
  })
  afterEach(() => {
    live().stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  function answer(path: string): Response {
    if (path === '/api/windows') return Response.json([aPresence()])
    if (path.startsWith('/api/incidents')) return Response.json({ items: listed, next: null })
    let number = 2
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('id:1\nevent:ready\ndata:{"change":1}\n\n'))
        send = (event, data) => {
          const text = `id:${number++}\nevent:${event}\ndata:${JSON.stringify(data)}\n\n`
          controller.enqueue(new TextEncoder().encode(text))
        }
      },
    })
    return new Response(body)
  }

  const pass = (millis = 0) => vi.advanceTimersByTimeAsync(millis)

  it('loads presence and the first page once the stream is open', () => {
    expect(live().isLive).toBe(true)
    expect(live().presence['w03']?.presence).toBe('STAFFED')
    expect(live().firstPage?.items).toEqual([])
  })

  it('announces every new incident of a burst, each once', async () => {
    send('incident', anIncident({ id: 'a', confirmedAt: RECENT }))
    send('incident', anIncident({ id: 'b', confirmedAt: RECENT }))
    send('incident', anIncident({ id: 'a', confirmedAt: RECENT, version: 2 }))
    await pass()
    expect(announced).toEqual(['a', 'b'])
    expect(live().incidents['a']?.version).toBe(2)
  })

  it('takes in old incidents silently: nobody is called for what was over an hour ago', async () => {
    send('incident', anIncident({ id: 'a', confirmedAt: '2026-03-02T07:40:00+08:00' }))
    await pass()
    expect(announced).toEqual([])
    expect(live().incidents['a']).toBeDefined()
  })

  it('follows presence from the stream', async () => {
    send('presence', aPresence({ presence: 'EMPTY', at: '2026-03-02T08:46:09+08:00' }))
    await pass()
    expect(live().presence['w03']?.presence).toBe('EMPTY')
  })

  it('forgets everything when the person signs out', () => {
    live().stop()
    expect(live().presence).toEqual({})
    expect(live().incidents).toEqual({})
  })
})
