import type { Corners } from '@/api/sitePlan'

/** Four digits are a tenth of a pixel of a wide picture; more would only make differences unreadable. */
const tidy = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000

export const FEWEST = 3

/** The corner moved to a place, kept within the picture. */
export function moved(corners: Corners, index: number, x: number, y: number): Corners {
  return corners.map((corner, at) => (at === index ? [tidy(x), tidy(y)] : corner))
}

/** A new corner in the middle of the side after `index`. */
export function inserted(corners: Corners, index: number): Corners {
  const [x, y] = middle(corners, index)
  return [...corners.slice(0, index + 1), [tidy(x), tidy(y)], ...corners.slice(index + 1)]
}

export function removed(corners: Corners, index: number): Corners {
  return corners.length > FEWEST ? corners.filter((_, at) => at !== index) : corners
}

/** All corners moved alike, as far as the picture allows. */
export function shifted(corners: Corners, dx: number, dy: number): Corners {
  const allowed = (step: number, axis: 0 | 1) => {
    const values = corners.map((corner) => corner[axis] ?? 0)
    return Math.min(Math.max(step, -Math.min(...values)), 1 - Math.max(...values))
  }
  const right = allowed(dx, 0)
  const down = allowed(dy, 1)
  return corners.map(([x = 0, y = 0]) => [tidy(x + right), tidy(y + down)])
}

/** The middle of the side after `index`. */
export function middle(corners: Corners, index: number): [number, number] {
  const [x1 = 0, y1 = 0] = corners[index] ?? []
  const [x2 = 0, y2 = 0] = corners[(index + 1) % corners.length] ?? []
  return [(x1 + x2) / 2, (y1 + y2) / 2]
}

/** A place to begin with, in the middle of the picture. */
export const START: Corners = [
  [0.4, 0.4],
  [0.6, 0.4],
  [0.6, 0.8],
  [0.4, 0.8],
]
