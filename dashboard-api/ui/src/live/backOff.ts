const FIRST_MILLIS = 1000
const LONGEST_MILLIS = 20_000

/**
 * How long to wait before try number `failures + 1`: doubling, capped, and spread over its upper half so
 * that two hundred desks do not come back in the same instant after a restart.
 *
 * @param random in [0, 1)
 */
export function backOffMillis(failures: number, random: number): number {
  const full = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.max(0, failures - 1))
  return Math.round(full * (0.5 + random / 2))
}
