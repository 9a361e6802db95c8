/**
 * The server's clock, for everything the page counts: a desk's own clock may be minutes off, and then
 * every running time and every age would be a lie.
 */
let offsetMillis = 0
let bestRoundTrip = Number.POSITIVE_INFINITY

/** Server time now, in epoch milliseconds. */
export function serverNow(): number {
  return Date.now() + offsetMillis
}

/**
 * Learns from the `Date` header of an answer. The header is cut to whole seconds, so half a second is
 * added; what is within a second and a half is taken for equal, so that clocks in step are left alone.
 */
export function noteServerTime(header: string | null, askedAt: number, answeredAt: number): void {
  const stated = header ? Date.parse(header) : Number.NaN
  const roundTrip = answeredAt - askedAt
  if (Number.isNaN(stated) || roundTrip > bestRoundTrip + 200) return
  bestRoundTrip = Math.min(bestRoundTrip, roundTrip)
  const difference = stated + 500 - (askedAt + answeredAt) / 2
  offsetMillis = Math.abs(difference) < 1500 ? 0 : difference
}
