import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveStream, type LiveStreamListener } from './liveStream'

/** A server whose every connection the test holds by the hand. */
class FakeServer {
  readonly requests: { lastId: string | null; line: Line }[] = []
  status = 200

  readonly fetch = (_url: string, init: RequestInit): Promise<Response> => {
    const line = new Line(init.signal as AbortSignal)
    const lastId = new Headers(init.headers).get('Last-Event-ID')
    this.requests.push({ lastId, line })
    return Promise.resolve(
      this.status === 200
        ? new Response(line.body, { status: 200 })
        : new Response(null, { status: this.status }),
    )
  }

  get line(): Line {
    const line = this.requests.at(-1)?.line
    if (!line) throw new Error('nobody connected')
    return line
  }
}

class Line {
  private controller!: ReadableStreamDefaultController<Uint8Array>
  readonly body: ReadableStream<Uint8Array>

  constructor(signal: AbortSignal) {
    this.body = new ReadableStream({ start: (controller) => void (this.controller = controller) })
    signal.addEventListener('abort', () => this.controller.error(new Error('aborted')))
  }

  send(text: string): void {
    this.controller.enqueue(new TextEncoder().encode(text))
  }

  breakOff(): void {
    this.controller.error(new Error('connection reset'))
  }
}

describe('LiveStream', () => {
  const server = { current: new FakeServer() }
  let seen: string[]
  let stream: LiveStream
  let loading: () => Promise<void>

  const listener: LiveStreamListener = {
    onState: (state) => seen.push(state),
    onFreshStart: () => {
      seen.push('fresh start')
      return loading()
    },
    onEvent: (event) => seen.push(`${event.type} ${event.data}`),
    onAlive: () => {},
    onSignedOut: () => seen.push('signed out'),
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(0.999999)
    server.current = new FakeServer()
    vi.stubGlobal('fetch', server.current.fetch)
    seen = []
    loading = () => Promise.resolve()
    stream = new LiveStream('/api/stream', listener)
    void stream.run()
  })

  afterEach(() => {
    stream.stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const pass = (millis = 0) => vi.advanceTimersByTimeAsync(millis)

  const ready = 'id:3\nevent:ready\ndata:{"change":3}\n\n'

  it('loads what came before once the server is ready, then passes events on', async () => {
    await pass()
    expect(seen).toEqual(['connecting', 'live'])
    server.current.line.send(`${ready}id:4\nevent:incident\ndata:x\n\n`)
    await pass()
    expect(seen).toEqual(['connecting', 'live', 'fresh start', 'incident x'])
  })

  it('resumes after the last number it has seen, and loads nothing again', async () => {
    await pass()
    server.current.line.send('id:4\nevent:incident\ndata:x\n\n')
    await pass()
    server.current.line.breakOff()
    await pass()
    expect(seen.at(-1)).toBe('lost')
    await pass(1000)
    expect(server.current.requests.map((one) => one.lastId)).toEqual([null, '4'])
    expect(seen.at(-1)).toBe('live')
  })

  it('takes a line without heartbeat for dead after 35 s', async () => {
    await pass()
    await pass(20_000)
    server.current.line.send(': heartbeat\n\n')
    await pass(34_000)
    expect(seen.at(-1)).toBe('live')
    await pass(1_001)
    expect(seen.at(-1)).toBe('lost')
  })

  it('waits longer after each failure and at once when woken', async () => {
    await pass()
    server.current.status = 503
    server.current.line.breakOff()
    await pass(1000)
    await pass(1999)
    expect(server.current.requests).toHaveLength(2)
    await pass(1)
    expect(server.current.requests).toHaveLength(3)
    stream.wake()
    await pass()
    expect(server.current.requests).toHaveLength(4)
  })

  it('starts fresh when the server no longer has its number', async () => {
    await pass()
    server.current.line.send('id:4\nevent:incident\ndata:x\n\nid:90\nevent:reset\ndata:\n\n')
    await pass()
    expect(seen.slice(-2)).toEqual(['incident x', 'fresh start'])
  })

  it('connects anew, without a number, when loading after a fresh start fails', async () => {
    await pass()
    loading = () => Promise.reject(new Error('500'))
    server.current.line.send('id:90\nevent:reset\ndata:\n\n')
    await pass()
    expect(seen.at(-1)).toBe('lost')
    await pass(1000)
    expect(server.current.requests.map((one) => one.lastId)).toEqual([null, null])
  })

  it('stops and says so when the session has ended', async () => {
    await pass()
    server.current.status = 401
    server.current.line.breakOff()
    await pass(60_000)
    expect(seen.at(-1)).toBe('signed out')
    expect(server.current.requests).toHaveLength(2)
  })
})
