import type { Incident } from '@/api/types'
import { isNotice } from '@/shared/look'

/** How loudly to tell of an incident: `digest` adds it to one summary instead of calling out again. */
export type Loudness = 'call' | 'digest' | 'quiet'

/** The same window and kind is not called out again for this long, however it flaps. */
export const COOLDOWN_MILLIS = 3 * 60_000

/** More calls than this within the span: whatever is going on, one summary tells it better. */
const MOST_CALLS = 3
const CALL_SPAN_MILLIS = 30_000

/**
 * Decides how loudly to tell of each incident, so that a hall-wide event (lunch rush, power cut) does
 * not become a storm of sounds that people learn to switch off.
 */
export class AlertPolicy {
  private readonly lastCall = new Map<string, number>()
  private calls: number[] = []

  judge(incident: Incident, now: number): Loudness {
    if (isNotice(incident.type)) return 'quiet'
    const place = `${incident.type}|${incident.windowId ?? incident.areaId}`
    const last = this.lastCall.get(place)
    if (last !== undefined && now - last < COOLDOWN_MILLIS) return 'quiet'
    this.lastCall.set(place, now)
    this.calls = this.calls.filter((at) => now - at < CALL_SPAN_MILLIS)
    if (this.calls.length >= MOST_CALLS) return 'digest'
    this.calls.push(now)
    return 'call'
  }
}
