import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

describe('server clock', () => {
  beforeEach(() => {
    vi.resetModules()
    vi.useFakeTimers({ now: Date.parse('2026-03-02T08:00:00Z') })
  })
  afterEach(() => vi.useRealTimers())

  async function clockAfter(header: string | null): Promise<number> {
    const { noteServerTime, serverNow } = await import('./serverClock')
    noteServerTime(header, Date.now() - 40, Date.now())
    return serverNow() - Date.now()
  }

  it('follows the server where this computer is five minutes slow', async () => {
    const off = await clockAfter('Mon, 02 Mar 2026 08:05:00 GMT')
    expect(off).toBeGreaterThan(299_000)
    expect(off).toBeLessThan(301_500)
  })

  it('leaves a clock alone that agrees within the header’s own coarseness', async () => {
    expect(await clockAfter('Mon, 02 Mar 2026 08:00:00 GMT')).toBe(0)
  })

  it('does not trust a header that is missing or no date', async () => {
    expect(await clockAfter(null)).toBe(0)
    expect(await clockAfter('soon')).toBe(0)
  })

  it('does not let one slow answer spoil what a quick one taught', async () => {
    const { noteServerTime, serverNow } = await import('./serverClock')
    noteServerTime('Mon, 02 Mar 2026 08:05:00 GMT', Date.now() - 20, Date.now())
    const learned = serverNow()
    noteServerTime('Mon, 02 Mar 2026 08:05:00 GMT', Date.now() - 30_000, Date.now())
    expect(serverNow()).toBe(learned)
  })
})
