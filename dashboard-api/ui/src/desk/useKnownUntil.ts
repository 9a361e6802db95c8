import type { Incident } from '@/api/types'
import { useLiveStore } from '@/live/liveStore'
import { PRESENCE_EXPIRES_MILLIS } from '@/live/presenceReducer'
import { useNow } from '@/shared/useNow'

export interface KnownUntil {
  at: number
  /** False: it may well have lasted longer, but nothing newer is known. */
  exact: boolean
}

/**
 * Until when a running incident is known to go on: now, unless the line to the server is down or the
 * analysis of its window has fallen behind; its clock then stands still instead of inventing minutes.
 */
export function useKnownUntil(): (incident: Incident) => KnownUntil {
  const live = useLiveStore()
  const now = useNow()

  return (incident) => {
    const heard = live.isLive ? now.value : live.heardAt
    const presence = incident.windowId ? live.presence[incident.windowId] : undefined
    const seen = presence ? Date.parse(presence.at) : now.value
    if (now.value - seen > PRESENCE_EXPIRES_MILLIS)
      return { at: Math.min(heard, seen), exact: false }
    return { at: heard, exact: live.isLive }
  }
}
