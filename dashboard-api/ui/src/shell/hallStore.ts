import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { fetchHall } from '@/api/hall'
import type { Camera, HallPlan, Incident, Post, ServiceWindow } from '@/api/types'

const REMEMBERED_NAME = 'zaigang.hallName'
const DEFAULT_ZONE = 'Asia/Shanghai'

/** The hall's plan as far as the page needs it: names and what sees what. */
export const useHallStore = defineStore('hall', () => {
  const plan = shallowRef<HallPlan | null>(null)
  const failed = ref(false)

  /** The name is remembered on this computer, for the sign-in page. */
  const name = computed(() => plan.value?.hall.name ?? localStorage.getItem(REMEMBERED_NAME) ?? '')
  const timeZone = computed(() => plan.value?.hall.timeZone ?? DEFAULT_ZONE)
  const windows = computed(() => plan.value?.windows ?? [])

  const windowsById = computed(() => new Map(windows.value.map((one) => [one.id, one])))
  const camerasById = computed(() => new Map(plan.value?.cameras.map((one) => [one.id, one])))

  async function load(): Promise<void> {
    try {
      plan.value = await fetchHall()
      failed.value = false
      localStorage.setItem(REMEMBERED_NAME, plan.value.hall.name)
    } catch {
      failed.value = true
    }
  }

  const windowOf = (incident: Incident): ServiceWindow | undefined =>
    incident.windowId ? windowsById.value.get(incident.windowId) : undefined

  /** A place as people call it; ids only where the plan no longer knows them. */
  function placeOf(incident: Incident): string {
    return windowOf(incident)?.name ?? incident.windowId ?? incident.areaId ?? ''
  }

  function postsOf(incident: Incident): Post[] {
    const posts = windowOf(incident)?.posts ?? []
    return incident.postIds.map((id) => posts.find((post) => post.id === id) ?? { id, name: id })
  }

  const cameraOf = (id: string): Camera => camerasById.value.get(id) ?? { id, name: id }

  return { plan, failed, name, timeZone, windows, load, windowOf, placeOf, postsOf, cameraOf }
})
