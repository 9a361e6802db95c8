/** Times as the hall writes them: always in the hall's own zone, whatever the desk's computer is set to. */

export type Language = 'zh' | 'en'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const UNITS = {
  zh: { day: ' 天', hour: ' 小时', minute: ' 分', second: ' 秒' },
  en: { day: ' d', hour: ' h', minute: ' min', second: ' s' },
} as const

/** Two units at most: `42 秒`, `4 分 07 秒`, `3 小时 04 分`, `2 天 3 小时`. Negative counts as nothing. */
export function formatDuration(millis: number, language: Language): string {
  const rest = Math.max(0, Math.floor(millis / SECOND)) * SECOND
  const unit = UNITS[language]
  const two = (value: number) => String(value).padStart(2, '0')
  if (rest < MINUTE) return `${rest / SECOND}${unit.second}`
  if (rest < HOUR) {
    return `${Math.floor(rest / MINUTE)}${unit.minute} ${two((rest % MINUTE) / SECOND)}${unit.second}`
  }
  if (rest < DAY) {
    const minutes = Math.floor((rest % HOUR) / MINUTE)
    return `${Math.floor(rest / HOUR)}${unit.hour} ${two(minutes)}${unit.minute}`
  }
  return `${Math.floor(rest / DAY)}${unit.day} ${Math.floor((rest % DAY) / HOUR)}${unit.hour}`
}

/** `08:41:07`. */
export const formatClock = (millis: number, zone: string) =>
  formatter('en-GB', zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(millis)

/** `08:41`. */
export const formatHourMinute = (millis: number, zone: string) =>
  formatter('en-GB', zone, { hour: '2-digit', minute: '2-digit' }).format(millis)

/** `2026-03-02 08:41:07`: for evidence, where nothing may be left to guess. */
export function formatStamp(millis: number, zone: string): string {
  return `${dayKey(millis, zone)} ${formatClock(millis, zone)}`
}

/** `3月2日周一` / `Mon 2 Mar`. */
export function formatDay(millis: number, zone: string, language: Language): string {
  if (language === 'en') {
    const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
    return formatter('en-GB', zone, day).format(millis).replace(',', '')
  }
  const date = formatter('zh-CN', zone, { month: 'long', day: 'numeric' }).format(millis)
  const weekday = formatter('zh-CN', zone, { weekday: 'short' }).format(millis)
  return `${date} ${weekday}`
}

/** `2026-03-02`: the hall's calendar day that an instant falls on. */
export const dayKey = (millis: number, zone: string) =>
  formatter('sv-SE', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(millis)

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Building one costs about a hundred times what using one does, and rows tick every second. */
function formatter(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${Object.keys(options).join()}`
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone, hourCycle: 'h23' })
    formatters.set(key, found)
  }
  return found
}

/** The instant at which the hall's clocks show this: `2026-03-02T08:30`, as fields give it; NaN for no time. */
export function instantOfLocal(local: string, zone: string): number {
  const utc = Date.parse(`${local}Z`)
  return utc - (Number.isNaN(utc) ? 0 : zoneOffsetMillis(utc, zone))
}

/** What a field for date and time shows of an instant: `2026-03-02T08:30`. */
export const toLocalField = (millis: number, zone: string) =>
  `${dayKey(millis, zone)}T${formatHourMinute(millis, zone)}`

/** How far the zone's clocks are ahead of UTC at an instant. */
export function zoneOffsetMillis(at: number, zone: string): number {
  const local = Date.parse(`${dayKey(at, zone)}T${formatClock(at, zone)}Z`)
  return local - Math.floor(at / SECOND) * SECOND
}
