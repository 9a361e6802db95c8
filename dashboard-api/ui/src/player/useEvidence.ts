import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { clipUrl, playlistUrl, type Span } from '@/api/footage'
import type { Incident } from '@/api/types'
import { serverNow } from '@/shared/serverClock'
import { evidenceSpan, marksOf } from './evidence'
import type { Source } from './useHls'

/**
 * Which footage of an incident is on show: the camera, the span, and where in it playing begins. While
 * the incident goes on the span grows by asking, never under the viewer's hands.
 */
export function useEvidence(incident: Ref<Incident>) {
  const cameraId = ref(incident.value.cameraIds[0] ?? null)
  const span = shallowRef<Span>(evidenceSpan(incident.value, serverNow()))
  const source = shallowRef<Source | null>(null)

  const marks = computed(() => marksOf(incident.value))
  const download = computed(() => (cameraId.value ? clipUrl(cameraId.value, span.value) : ''))

  function show(startAt: number): void {
    if (!cameraId.value) return
    source.value = { url: playlistUrl(cameraId.value, span.value), startAt }
  }

  /** Fetches what has been recorded since, and goes on at `startAt`. */
  function extend(startAt: number): void {
    span.value = evidenceSpan(incident.value, serverNow())
    show(Math.min(startAt, span.value.to))
  }

  function switchCamera(id: string, wall: number): void {
    cameraId.value = id
    show(Number.isNaN(wall) ? span.value.from : wall)
  }

  show(span.value.from)
  // The end is known now: the marks and the clip take it in; the picture on show stays.
  watch(
    () => incident.value.endedAt,
    (endedAt) => {
      if (endedAt) span.value = evidenceSpan(incident.value, serverNow())
    },
  )

  return { cameraId, span, source, marks, download, extend, switchCamera }
}
