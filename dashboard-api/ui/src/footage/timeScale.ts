import type { Span } from '@/api/footage'
import { zoneOffsetMillis } from '@/shared/format'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Nothing finer than two minutes across: at that width a second is some pixels wide. */
const NARROWEST = 2 * MINUTE

const STEPS = [
  10_000,
  30_000,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
]

/** Where in the view an instant lies: 0 at its left edge, 1 at its right. */
export const shareOf = (view: Span, at: number) => (at - view.from) / (view.to - view.from)

/** The instant at a share of the view's width. */
export const instantAt = (view: Span, share: number) => view.from + share * (view.to - view.from)

/** Zooms by `factor` (below 1: closer) so that `at` stays where it is, inside `limits`. */
export function zoomAround(view: Span, at: number, factor: number, limits: Span): Span {
  const wanted = (view.to - view.from) * factor
  const length = Math.min(limits.to - limits.from, Math.max(NARROWEST, wanted))
  const from = at - shareOf(view, at) * length
  return shiftInto({ from, to: from + length }, limits)
}

/** A view of this length with `at` in its middle, inside `limits`. */
export function viewAround(at: number, length: number, limits: Span): Span {
  const kept = Math.min(length, limits.to - limits.from)
  return shiftInto({ from: at - kept / 2, to: at + kept / 2 }, limits)
}

/** The same view moved as little as needed to lie inside `limits`. */
export function shiftInto(view: Span, limits: Span): Span {
  const by = Math.max(0, limits.from - view.from) - Math.max(0, view.to - limits.to)
  return { from: view.from + by, to: view.to + by }
}

/** Instants to label: whole local times, about as many as have room. */
export function ticks(view: Span, zone: string, most: number): number[] {
  const length = view.to - view.from
  const step = STEPS.find((one) => length / one <= most) ?? DAY
  const offset = zoneOffsetMillis(view.from, zone)
  const first = Math.ceil((view.from + offset) / step) * step - offset
  const found: number[] = []
  for (let at = first; at <= view.to; at += step) found.push(at)
  return found
}

/** The hall's calendar day that an instant falls on, midnight to midnight. */
export function dayOf(at: number, zone: string): Span {
  const offset = zoneOffsetMillis(at, zone)
  const from = Math.floor((at + offset) / DAY) * DAY - offset
  return { from, to: from + DAY }
}
