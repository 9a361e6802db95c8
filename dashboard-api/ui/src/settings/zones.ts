import type { Corners, PlanDocument } from '@/api/sitePlan'
import type { ShownZone } from './ZoneCanvas.vue'

/** A place of the plan that has, or may get, a polygon in a camera's picture. */
export interface ZonePlace extends ShownZone {
  /** The window's name, or empty for an area. */
  of: string
}

/** Everything drawn in one camera's picture: `post:w03-a` and `area:staff-east`. */
export function zonesIn(plan: PlanDocument, camera: string): ZonePlace[] {
  const posts = plan.windows.flatMap((window) =>
    window.posts.flatMap((post) =>
      post.zones
        .filter((zone) => zone.camera === camera)
        .map(({ polygon }) => ({
          key: `post:${post.id}`,
          label: `${window.name.split(' ')[0]} ${post.name}`,
          of: window.name,
          corners: polygon,
        })),
    ),
  )
  const areas = plan.areas
    .filter((area) => area.camera === camera)
    .map(({ id, name, polygon }) => ({ key: `area:${id}`, label: name, of: '', corners: polygon }))
  return [...posts, ...areas]
}

/** Posts that this camera does not show yet. */
export function postsWithout(plan: PlanDocument, camera: string) {
  return plan.windows.flatMap((window) =>
    window.posts
      .filter((post) => !post.zones.some((zone) => zone.camera === camera))
      .map((post) => ({ id: post.id, label: `${window.name} ${post.name}` })),
  )
}

/** Draws a place anew; null takes it out of the picture (an area with it). */
export function putZone(
  plan: PlanDocument,
  camera: string,
  key: string,
  corners: Corners | null,
): void {
  const [kind, ...rest] = key.split(':')
  const id = rest.join(':')
  if (kind === 'area') {
    const index = plan.areas.findIndex((area) => area.id === id)
    const area = plan.areas[index]
    if (area && corners) area.polygon = corners
    else if (area) plan.areas.splice(index, 1)
    return
  }
  const post = plan.windows.flatMap((window) => window.posts).find((one) => one.id === id)
  if (!post) return
  const index = post.zones.findIndex((zone) => zone.camera === camera)
  if (index < 0 && corners) post.zones.push({ camera, polygon: corners })
  else if (index >= 0 && corners) post.zones.splice(index, 1, { camera, polygon: corners })
  else if (index >= 0) post.zones.splice(index, 1)
}
