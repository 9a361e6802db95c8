import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { fetchSnapshot } from '@/api/footage'
import { fetchSeenPeople, type SeenPeople } from '@/api/sitePlan'

const PICTURE_EVERY = 5000
const BLANK =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='9'/%3E"

/** The newest picture of a camera and where people were seen in it of late, as long as the page is open. */
export function useCameraView(cameraId: Ref<string>, minutes: number) {
  const picture = ref(BLANK)
  const at = ref<number | null>(null)
  const seen = shallowRef<SeenPeople[]>([])
  let timer: number | undefined

  async function refresh(): Promise<void> {
    window.clearTimeout(timer)
    const wanted = cameraId.value
    if (wanted) {
      const [snapshot, people] = await Promise.all([
        fetchSnapshot(wanted).catch(() => null),
        fetchSeenPeople(wanted, minutes).catch(() => []),
      ])
      if (wanted === cameraId.value) {
        show(snapshot?.picture ?? null)
        at.value = snapshot?.at ?? null
        seen.value = people
      }
    }
    timer = window.setTimeout(() => void refresh(), PICTURE_EVERY)
  }

  function show(blob: Blob | null): void {
    if (picture.value.startsWith('blob:')) URL.revokeObjectURL(picture.value)
    picture.value = blob ? URL.createObjectURL(blob) : BLANK
  }

  watch(cameraId, () => void refresh(), { immediate: true })
  onBeforeUnmount(() => {
    window.clearTimeout(timer)
    show(null)
  })

  return { picture, at, seen }
}
