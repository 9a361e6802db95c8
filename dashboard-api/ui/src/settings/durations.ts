const ISO = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/

/** Seconds of an ISO-8601 duration such as `PT2M30S`; null for what is none. */
export function secondsOf(duration: string | null | undefined): number | null {
  const match = duration ? ISO.exec(duration) : null
  if (!match) return null
  const [, hours = 0, minutes = 0, seconds = 0] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** `PT150S` as the plan writes it: `PT2M30S`. */
export function durationOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = Math.round((seconds % 60) * 1000) / 1000
  const text = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest ? `${rest}S` : ''}`
  return text ? `PT${text}` : 'PT0S'
}
