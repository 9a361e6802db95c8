import type { Span } from '@/api/footage'

const LEAD = 60_000
const LENGTH = 30 * 60_000

/**
 * The piece of footage to load around an instant. A day of four-second segments makes a playlist of
 * megabytes; half an hour opens at once, and the next half hour follows by itself.
 *
 * @param now nothing is recorded after it
 */
export function chunkAround(at: number, now: number): Span {
  const from = at - LEAD
  return { from, to: Math.max(from + LEAD, Math.min(at + LENGTH, now)) }
}

/** Whether an instant can be shown without loading anew. */
export const holds = (chunk: Span, at: number) => at >= chunk.from && at < chunk.to

/** The next recorded instant at or after `at`, if any camera has one. */
export function nextRecorded(recorded: Iterable<readonly Span[]>, at: number): number | null {
  let next: number | null = null
  for (const spans of recorded) {
    const span = spans.find((one) => one.to > at)
    if (!span) continue
    const start = Math.max(at, span.from)
    next = next === null ? start : Math.min(next, start)
  }
  return next
}
