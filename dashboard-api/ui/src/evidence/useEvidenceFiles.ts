import { shallowRef, watch, type Ref } from 'vue'
import { fetchEvidence, type Evidence } from '@/api/evidence'
import type { Incident } from '@/api/types'
import { useLiveStore } from '@/live/liveStore'

/**
 * What evidence of an incident there is. The stream tells when there is more; a stream that had to begin
 * anew (`firstPage`) may have missed something, so then it is asked once more.
 */
export function useEvidenceFiles(incident: Ref<Incident>) {
  const live = useLiveStore()
  const evidence = shallowRef<Evidence | null>(null)

  async function load(id: string): Promise<void> {
    try {
      const answer = await fetchEvidence(id)
      if (incident.value.id === id) evidence.value = answer
    } catch {
      // Shown as not known until the stream tells more.
    }
  }

  watch(
    () => [incident.value.id, live.evidenceTold[incident.value.id], live.firstPage] as const,
    ([id], before) => {
      if (id !== before?.[0]) evidence.value = null
      void load(id)
    },
    { immediate: true },
  )

  return { evidence }
}
