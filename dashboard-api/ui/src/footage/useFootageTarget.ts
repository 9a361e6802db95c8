import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ServiceWindow } from '@/api/types'
import { useHallStore } from '@/shell/hallStore'

/** A service window, or one camera. */
export interface FootageTarget {
  kind: 'window' | 'camera'
  id: string
  name: string
  cameraIds: string[]
  /** The windows whose incidents belong here. */
  windows: ServiceWindow[]
}

/** What the address asks for: `?window=w03` or `?camera=cam-01`, and `&at=` an instant. */
export function useFootageTarget() {
  const route = useRoute()
  const router = useRouter()
  const hall = useHallStore()

  const targets = computed<FootageTarget[]>(() => [
    ...hall.windows.map((window) => ({
      kind: 'window' as const,
      id: window.id,
      name: window.name,
      cameraIds: window.cameraIds,
      windows: [window],
    })),
    ...(hall.plan?.cameras ?? []).map((camera) => ({
      kind: 'camera' as const,
      id: camera.id,
      name: camera.name,
      cameraIds: [camera.id],
      windows: hall.windows.filter((window) => window.cameraIds.includes(camera.id)),
    })),
  ])

  const keyOf = (target: FootageTarget) => `${target.kind}:${target.id}`

  const target = computed(() => {
    const { window, camera } = route.query
    const wanted = camera ? `camera:${camera}` : `window:${window}`
    return targets.value.find((one) => keyOf(one) === wanted) ?? targets.value[0] ?? null
  })

  /** The instant asked for; NaN when none is. */
  const askedAt = computed(() => Date.parse(String(route.query.at ?? '')))

  function choose(key: string, at: number): void {
    const [kind = 'window', ...id] = key.split(':')
    void router.replace({ query: { [kind]: id.join(':'), at: new Date(at).toISOString() } })
  }

  return { targets, target, keyOf, askedAt, choose }
}
