import type { Staffing } from '@/api/figures'

/** `98.3%`, or a dash where there was nothing to divide by. */
export const percent = (share: number | null) =>
  share === null ? '–' : `${(share * 100).toFixed(share >= 0.99995 ? 0 : 1)}%`

/** Seconds as minutes, without a fraction where it would only be noise. */
export function minutes(seconds: number): string {
  const value = seconds / 60
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 })
}

/** Below this share of seen time a rate says little, and is shown so. */
export const THIN_COVERAGE = 0.8

export const isThin = (staffing: Staffing) =>
  staffing.coverage !== null && staffing.coverage < THIN_COVERAGE
