const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** Sizes as disks are sold: `43.2 GB`, `812 MB`, `0 B`. */
export function formatBytes(bytes: number): string {
  let value = Math.max(0, bytes)
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  const digits = unit > 0 && value < 100 ? 1 : 0
  return `${value.toFixed(digits)} ${UNITS[unit]}`
}
