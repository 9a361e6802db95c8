import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { fetchEvidence, type Evidence } from '@/api/evidence'
import type { Incident } from '@/api/types'

const ASK_AGAIN_MILLIS = 10_000

/** Something may still come: the clips, or their marked renditions. */
const isUnfinished = (evidence: Evidence) =>
  evidence.state === 'PENDING' || evidence.clips.some((clip) => !clip.markedUrl)

/** What evidence of an incident there is; asks again while something may still come. */
export function useEvidenceFiles(incident: Ref<Incident>) {
  const evidence = shallowRef<Evidence | null>(null)
  let timer = 0

  async function load(id: string): Promise<void> {
    window.clearTimeout(timer)
    try {
      const answer = await fetchEvidence(id)
      if (incident.value.id !== id) return
      evidence.value = answer
    } catch {
      // Shown as not known; asked again below.
    }
    if (!evidence.value || isUnfinished(evidence.value)) {
      timer = window.setTimeout(() => void load(id), ASK_AGAIN_MILLIS)
    }
  }

  watch(
    () => [incident.value.id, incident.value.endedAt] as const,
    ([id], before) => {
      if (id !== before?.[0]) evidence.value = null
      void load(id)
    },
    { immediate: true },
  )
  onScopeDispose(() => window.clearTimeout(timer))

  return { evidence }
}
