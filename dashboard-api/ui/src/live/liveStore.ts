import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchPresence } from '@/api/hall'
import { fetchIncidents } from '@/api/incidents'
import type { Incident, IncidentPage, WindowPresence } from '@/api/types'
import { serverNow } from '@/shared/serverClock'
import { takeIncidents, type Incidents } from './incidentReducer'
import { LiveStream, type LiveState } from './liveStream'
import { takePresence, type PresenceByWindow } from './presenceReducer'
import type { ServerEvent } from './sseParser'

/** What the stream says of evidence: only that there is something new. */
interface EvidenceNews {
  incidentId: string
}

/** Only what is this fresh is called out: an hour caught up on after sleep comes silently. */
const ANNOUNCED_MILLIS = 10 * 60_000

/** The hall as the server tells it, now: incidents, presence, and whether the telling still goes on. */
export const useLiveStore = defineStore('live', () => {
  const incidents = shallowRef<Incidents>({})
  const presence = shallowRef<PresenceByWindow>({})
  const state = ref<LiveState>('connecting')
  /** Until when what is shown is known to be complete. */
  const heardAt = ref(0)
  /** The newest incidents as loaded at the last fresh start; another object means: load lists again. */
  const firstPage = shallowRef<IncidentPage | null>(null)

  /** How often the stream told of an incident's evidence: another number means, ask anew. */
  const evidenceTold = shallowRef<Readonly<Record<string, number>>>({})

  const newListeners = new Set<(incident: Incident) => void>()
  let stream: LiveStream | null = null
  let onSignedOut = () => {}

  const isLive = computed(() => state.value === 'live')

  function take(arrived: readonly Incident[]): void {
    incidents.value = takeIncidents(incidents.value, arrived)
  }

  function onEvent(event: ServerEvent): void {
    if (event.type === 'incident') onIncident(JSON.parse(event.data) as Incident)
    else if (event.type === 'presence') onPresence(JSON.parse(event.data) as WindowPresence)
    else if (event.type === 'evidence') onEvidence(JSON.parse(event.data) as EvidenceNews)
  }

  function onIncident(incident: Incident): void {
    const isNew = !(incident.id in incidents.value)
    take([incident])
    if (isNew && serverNow() - Date.parse(incident.confirmedAt) < ANNOUNCED_MILLIS) {
      newListeners.forEach((tell) => tell(incident))
    }
  }

  function onEvidence({ incidentId }: EvidenceNews): void {
    const told = evidenceTold.value
    evidenceTold.value = { ...told, [incidentId]: (told[incidentId] ?? 0) + 1 }
  }

  /** Calls `tell` with each incident that the stream brings and that was not known before. */
  function whenNew(tell: (incident: Incident) => void): () => void {
    newListeners.add(tell)
    return () => newListeners.delete(tell)
  }

  function onPresence(arrived: WindowPresence | readonly WindowPresence[]): void {
    presence.value = takePresence(presence.value, [arrived].flat())
  }

  /** The stream tells everything from here on, so nothing falls between the lists and the stream. */
  async function onFreshStart(): Promise<void> {
    const [states, page] = await Promise.all([fetchPresence(), fetchIncidents()])
    onPresence(states)
    take(page.items)
    firstPage.value = page
  }

  function start(signedOut: () => void): void {
    stop()
    onSignedOut = signedOut
    stream = new LiveStream('/api/stream', {
      onState: (next) => (state.value = next),
      onAlive: () => (heardAt.value = serverNow()),
      onFreshStart,
      onEvent,
      onSignedOut: () => onSignedOut(),
    })
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wakeWhenSeen)
    void stream.run()
  }

  function stop(): void {
    window.removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wakeWhenSeen)
    stream?.stop()
    stream = null
    incidents.value = {}
    presence.value = {}
    evidenceTold.value = {}
    firstPage.value = null
    state.value = 'connecting'
  }

  const wake = () => stream?.wake()
  const wakeWhenSeen = () => document.visibilityState === 'visible' && wake()

  return {
    incidents,
    presence,
    evidenceTold,
    state,
    heardAt,
    firstPage,
    isLive,
    start,
    stop,
    take,
    whenNew,
  }
})
