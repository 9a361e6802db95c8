/** What a second camera should do to show the same moment as the first. */
export type Correction =
  { kind: 'none'; rate: number } | { kind: 'nudge'; rate: number } | { kind: 'seek'; rate: number }

/** Below this nobody sees a difference. */
const FINE_MILLIS = 80
/** Beyond this catching up by speed would take too long. */
const COARSE_MILLIS = 1500

/**
 * Keeps a camera together with the leading one: by a slightly other speed for small differences, by
 * a jump for large ones.
 *
 * @param aheadMillis how far this camera's clock is ahead of the leader's
 * @param rate the speed that was chosen
 */
export function correctionFor(aheadMillis: number, rate: number): Correction {
  const apart = Math.abs(aheadMillis)
  if (apart <= FINE_MILLIS * Math.max(1, rate)) return { kind: 'none', rate }
  if (apart > COARSE_MILLIS * Math.max(1, rate)) return { kind: 'seek', rate }
  const share = Math.min(0.15, (apart / COARSE_MILLIS) * 0.3)
  return { kind: 'nudge', rate: rate * (aheadMillis > 0 ? 1 - share : 1 + share) }
}
