import type { WindowPresence } from '@/api/types'

export type PresenceByWindow = Readonly<Record<string, WindowPresence>>

/** Takes in states from a page or the stream: of each window the one resting on the newest picture stays. */
export function takePresence(
  known: PresenceByWindow,
  arrived: readonly WindowPresence[],
): PresenceByWindow {
  const next: Record<string, WindowPresence> = { ...known }
  for (const state of arrived) {
    const before = next[state.windowId]
    if (!before || Date.parse(state.at) >= Date.parse(before.at)) next[state.windowId] = state
  }
  return next
}

/**
 * Older than this a state is shown as what it is: old. The job speaks at least once a minute of each
 * window; segments and analysis take some seconds more.
 */
export const PRESENCE_EXPIRES_MILLIS = 100_000

export type ShownState = 'STAFFED' | 'EMPTY' | 'VACANT' | 'UNKNOWN' | 'EXEMPT' | 'STALE' | 'NONE'

/**
 * What a window's card may claim at `now`: EMPTY becomes VACANT (空岗) only once the rule has said so,
 * and a state whose picture is too old is STALE whatever it was.
 */
export function shownState(
  state: WindowPresence | undefined,
  now: number,
  vacancyOpen: 'vacancy-open' | 'no-vacancy',
): ShownState {
  if (!state) return 'NONE'
  if (now - Date.parse(state.at) > PRESENCE_EXPIRES_MILLIS) return 'STALE'
  if (state.presence === 'EMPTY' && vacancyOpen === 'vacancy-open') return 'VACANT'
  return state.presence
}
