import { backOffMillis } from './backOff'
import { SseParser, type ServerEvent } from './sseParser'

/** `connecting`: never had it yet; `live`: being read; `lost`: had it, trying to get it back. */
export type LiveState = 'connecting' | 'live' | 'lost'

export interface LiveStreamListener {
  onState(state: LiveState): void
  /** What happened before is not in the stream: loads it. When that fails the line is opened anew. */
  onFreshStart(): Promise<void>
  onEvent(event: ServerEvent): void
  /** Bytes arrived, if only a heartbeat. */
  onAlive(): void
  onSignedOut(): void
}

/** The server's heartbeat comes each 15 s; two missed and the line is taken for dead. */
const SILENCE_MILLIS = 35_000

/**
 * With these the server says from which number on it tells everything: at a first connection, and when
 * a returning desk has missed too much to be told one by one.
 */
const FRESH_STARTS = ['ready', 'reset']

/** Reads the dashboard's change stream for as long as the page is open, whatever happens to the line. */
export class LiveStream {
  private lastId = ''
  private failures = 0
  private current: AbortController | null = null
  private cutWait: (() => void) | null = null
  private stopped = false
  private hadOne = false

  constructor(
    private readonly url: string,
    private readonly listener: LiveStreamListener,
  ) {}

  async run(): Promise<void> {
    this.listener.onState('connecting')
    while (!this.stopped) {
      await this.readUntilItBreaks()
      if (this.stopped) return
      this.failures++
      this.listener.onState(this.hadOne ? 'lost' : 'connecting')
      await this.wait(backOffMillis(this.failures, Math.random()))
    }
  }

  /** Tries again at once: the network came back, or the page was looked at after a long sleep. */
  wake(): void {
    this.failures = 0
    this.cutWait?.()
  }

  stop(): void {
    this.stopped = true
    this.current?.abort()
    this.cutWait?.()
  }

  private async readUntilItBreaks(): Promise<void> {
    const abort = new AbortController()
    this.current = abort
    const watchdog = new Watchdog(SILENCE_MILLIS, () => abort.abort())
    try {
      const response = await fetch(this.url, {
        headers: this.requestHeaders(),
        credentials: 'same-origin',
        cache: 'no-store',
        signal: abort.signal,
      })
      if (response.ok && response.body) await this.read(response.body, watchdog)
      else this.refused(response.status)
    } catch {
      // A broken line is this loop's everyday business: the state says so, the back-off follows.
    } finally {
      watchdog.stop()
      this.current = null
    }
  }

  private requestHeaders(): Record<string, string> {
    const accept = { Accept: 'text/event-stream' }
    return this.lastId ? { ...accept, 'Last-Event-ID': this.lastId } : accept
  }

  private refused(status: number): void {
    if (status === 401) {
      this.stopped = true
      this.listener.onSignedOut()
    } else if (status === 400) {
      // A number that this server does not understand: another database, or another version.
      this.lastId = ''
    }
  }

  private async read(body: ReadableStream<Uint8Array>, watchdog: Watchdog): Promise<void> {
    this.hadOne = true
    this.listener.onState('live')
    if (this.lastId) this.failures = 0
    const parser = new SseParser()
    const reader = body.pipeThrough(new TextDecoderStream() as TextDecoderTransform).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      watchdog.feed()
      this.listener.onAlive()
      parser.push(part.value).forEach((event) => this.take(event))
    }
  }

  private take(event: ServerEvent): void {
    if (event.lastId) this.lastId = event.lastId
    if (FRESH_STARTS.includes(event.type)) this.startFresh()
    else this.listener.onEvent(event)
  }

  private startFresh(): void {
    const line = this.current
    this.listener.onFreshStart().then(
      () => (this.failures = 0),
      () => {
        this.lastId = ''
        line?.abort()
      },
    )
  }

  private wait(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis)
      this.cutWait = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

type TextDecoderTransform = ReadableWritablePair<string, Uint8Array>

/** Barks once when it has not been fed for a while. */
class Watchdog {
  private timer: ReturnType<typeof setTimeout>

  constructor(
    private readonly patienceMillis: number,
    private readonly bark: () => void,
  ) {
    this.timer = setTimeout(bark, patienceMillis)
  }

  feed(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.bark, this.patienceMillis)
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}
