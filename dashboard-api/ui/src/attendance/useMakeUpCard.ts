import { onMounted, ref, shallowRef } from 'vue'
import { fetchCard, type EvidenceCard } from '@/api/attendance'
import { fetchOccupancy, fetchRecorded, type Span } from '@/api/footage'
import type { OccupancyMinute } from '@/api/types'

/** A request with what the cameras and the job know of the person's post around the punch. */
export function useMakeUpCard(id: string) {
  const card = shallowRef<EvidenceCard | null>(null)
  const minutes = shallowRef<OccupancyMinute[]>([])
  const recorded = shallowRef<ReadonlyMap<string, Span[]>>(new Map())
  const failed = ref(false)

  async function load(): Promise<void> {
    try {
      const loaded = await fetchCard(id)
      const place = loaded.place
      if (place) {
        const span = { from: Date.parse(place.from), to: Date.parse(place.to) }
        const [seen, ...spans] = await Promise.all([
          loaded.strip ? [] : fetchOccupancy(place.windowId, span),
          ...place.cameraIds.map((camera) => fetchRecorded(camera, span)),
        ])
        minutes.value = seen
        recorded.value = new Map(place.cameraIds.map((camera, i) => [camera, spans[i] ?? []]))
      }
      card.value = loaded
      failed.value = false
    } catch {
      failed.value = true
    }
  }

  onMounted(load)
  return { card, minutes, recorded, failed, load }
}
