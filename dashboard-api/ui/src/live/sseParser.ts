/** One event of a `text/event-stream`. */
export interface ServerEvent {
  /** The last id the stream has named so far; the place to resume from. */
  lastId: string
  type: string
  data: string
}

/**
 * Cuts a `text/event-stream` into events as the HTML standard describes (§ 9.2.6), chunk by chunk.
 *
 * The page reads the stream itself instead of through EventSource because EventSource hides comments,
 * so that a dead connection looks like a quiet one, and cannot resume with its last id once it has
 * given up (on a 503 while the dashboard restarts, say).
 */
export class SseParser {
  private rest = ''
  private type = ''
  private data: string[] = []
  private lastId = ''

  push(chunk: string): ServerEvent[] {
    const events: ServerEvent[] = []
    const lines = (this.rest + chunk).split(/\r\n|\n|\r(?!$)/)
    this.rest = lines.pop() ?? ''
    for (const line of lines) {
      const event = this.takeLine(line)
      if (event) events.push(event)
    }
    return events
  }

  private takeLine(line: string): ServerEvent | null {
    if (line === '') return this.finishEvent()
    const colon = line.indexOf(':')
    if (colon === 0) return null
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') this.type = value
    else if (field === 'data') this.data.push(value)
    else if (field === 'id' && !value.includes('\0')) this.lastId = value
    return null
  }

  private finishEvent(): ServerEvent | null {
    const { type, data, lastId } = this
    this.type = ''
    this.data = []
    return data.length > 0 ? { lastId, type: type || 'message', data: data.join('\n') } : null
  }
}
