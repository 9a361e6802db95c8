// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, get, send, whenSignedOut, withQuery } from './http'

describe('http', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    whenSignedOut(() => {})
    document.cookie = 'XSRF-TOKEN=; max-age=0'
  })

  function answerWith(response: Response) {
    const calls: RequestInit[] = []
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      calls.push(init)
      return Promise.resolve(response)
    })
    return calls
  }

  it('sends the CSRF token of the cookie with every change, and only then', async () => {
    document.cookie = 'XSRF-TOKEN=a%2Bb'
    const calls = answerWith(new Response(null, { status: 204 }))
    await send('POST', '/api/session', { username: 'wang' })
    await get('/api/hall')
    const tokens = calls.map((call) => new Headers(call.headers).get('X-XSRF-TOKEN'))
    expect(tokens).toEqual(['a+b', null])
  })

  it('carries the server’s own sentence in the error', async () => {
    const problem = { detail: "Camera 'cam-9' is not in the plan" }
    answerWith(Response.json(problem, { status: 404 }))
    await expect(get('/api/x')).rejects.toMatchObject({ status: 404, detail: problem.detail })
  })

  it('never takes an HTML page for a sentence', async () => {
    const html = { status: 502, headers: { 'Content-Type': 'text/html' } }
    answerWith(new Response('<h1>Bad gateway</h1>', html))
    await expect(get('/api/x')).rejects.toMatchObject({ status: 502, detail: '' })
  })

  it('tells no answer apart from a bad one', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const failure = await get('/api/x').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ApiError)
    expect(failure).toMatchObject({ status: 0 })
  })

  it('says when the session has ended, but not when signing in is refused', async () => {
    const heard = vi.fn()
    whenSignedOut(heard)
    answerWith(new Response(null, { status: 401 }))
    await expect(send('POST', '/api/session', {})).rejects.toBeInstanceOf(ApiError)
    expect(heard).not.toHaveBeenCalled()
    await expect(get('/api/hall')).rejects.toBeInstanceOf(ApiError)
    expect(heard).toHaveBeenCalledOnce()
  })

  it('leaves empty parameters out and encodes the rest', () => {
    expect(withQuery('/a', { type: null, windowId: '', at: '2026-03-02T08:00:00+08:00' })).toBe(
      '/a?at=2026-03-02T08%3A00%3A00%2B08%3A00',
    )
    expect(withQuery('/a', {})).toBe('/a')
    expect(withQuery('/a', { windowId: ['w1', 'w 2'] })).toBe('/a?windowId=w1&windowId=w+2')
  })
})
