import { describe, expect, it } from 'vitest'
import { SseParser, type ServerEvent } from './sseParser'

const STREAM =
  ': heartbeat\n\nid:7\nevent:incident\ndata:{"id":"a"}\n\nid: 8\nevent: presence\ndata: one\ndata: two\n\n'

const parseAll = (...chunks: string[]): ServerEvent[] => {
  const parser = new SseParser()
  return chunks.flatMap((chunk) => parser.push(chunk))
}

describe('SseParser', () => {
  it('reads id, type and data, with or without the space', () => {
    expect(parseAll(STREAM)).toEqual([
      { lastId: '7', type: 'incident', data: '{"id":"a"}' },
      { lastId: '8', type: 'presence', data: 'one\ntwo' },
    ])
  })

  it('gives the same events wherever the stream is cut', () => {
    const whole = parseAll(STREAM)
    for (let cut = 1; cut < STREAM.length; cut++) {
      expect(parseAll(STREAM.slice(0, cut), STREAM.slice(cut))).toEqual(whole)
    }
    expect(parseAll(...STREAM)).toEqual(whole)
  })

  it('takes CRLF for one line end even when it is cut in the middle', () => {
    const windows = STREAM.replaceAll('\n', '\r\n')
    expect(parseAll(...windows)).toEqual(parseAll(STREAM))
  })

  it('keeps an event back until its blank line has come', () => {
    const parser = new SseParser()
    expect(parser.push('data:half')).toEqual([])
    expect(parser.push('\n')).toEqual([])
    expect(parser.push('\n')).toHaveLength(1)
  })

  it('makes no event of a comment or of an id alone', () => {
    expect(parseAll(': still here\n\nid:9\n\n')).toEqual([])
  })
})
