/** Days off and 调休 working days that were found in a text, and what in it does not add up. */
export interface Notice {
  /** `2026-10-01/2026-10-07`, both included. */
  holidays: string[]
  extraWorkdays: string[]
  warnings: string[]
}

const DAY = 86_400_000
const keyOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const keyFrom = (year: number, month: number, day: number) => keyOf(Date.UTC(year, month - 1, day))
const rangeOf = (first: string, last: string) => `${first}/${last}`

/** Reads the State Council's yearly notice as text, a calendar file (ICS), or a table (CSV). */
export function readNotice(text: string): Notice {
  const found = text.includes('BEGIN:VCALENDAR')
    ? fromCalendarFile(text)
    : /^\s*["\d].*[,\t]/m.test(text) && !text.includes('放假')
      ? fromTable(text)
      : fromProse(text)
  const extra = new Set(found.extraWorkdays)
  for (const range of found.holidays) {
    const [first = '', last = ''] = range.split('/')
    const clash = [...extra].find((day) => day >= first && day <= last)
    if (clash) found.warnings.push(clash)
  }
  return { ...found, holidays: found.holidays.sort(), extraWorkdays: [...extra].sort() }
}

const PROSE_DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g

/** `10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）上班。` */
function fromProse(text: string): Notice {
  const year = Number(/(\d{4})年/.exec(text)?.[1] ?? new Date().getFullYear())
  const notice: Notice = { holidays: [], extraWorkdays: [], warnings: [] }
  for (const sentence of text.replace(/[（(][^）)]*[）)]/g, '').split(/[。；;\n]/)) {
    let month = 0
    let inYear = year
    const days = [...sentence.matchAll(PROSE_DAY)].map(([, y, m, d]) => {
      inYear = y ? Number(y) : inYear
      month = m ? Number(m) : month
      return keyFrom(inYear, month, Number(d))
    })
    const [first, last = first] = days
    if (!first || !last) continue
    if (sentence.includes('上班')) notice.extraWorkdays.push(...days)
    else if (sentence.includes('放假')) {
      notice.holidays.push(rangeOf(first, last))
      const told = Number(/共(\d+)天/.exec(sentence)?.[1] ?? 0)
      const counted = (Date.parse(last) - Date.parse(first)) / DAY + 1
      if (told && told !== counted) notice.warnings.push(sentence.trim())
    }
  }
  return notice
}

/** Whole-day events; 班 in the title makes a working day of one. The end of an event is not included. */
function fromCalendarFile(text: string): Notice {
  const notice: Notice = { holidays: [], extraWorkdays: [], warnings: [] }
  for (const event of text.split('BEGIN:VEVENT').slice(1)) {
    const field = (name: string) =>
      new RegExp(`^${name}[^:\\r\\n]*:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? ''
    const day = (value: string) => value.replace(/^(\d{4})(\d\d)(\d\d).*/, '$1-$2-$3')
    const first = day(field('DTSTART'))
    if (!isDay(first)) continue
    const end = day(field('DTEND'))
    const last = isDay(end) && end > first ? keyOf(Date.parse(end) - DAY) : first
    take(notice, first, last, field('SUMMARY'))
  }
  return notice
}

/** Lines of `first day, [last day,] 休 or 班`. */
function fromTable(text: string): Notice {
  const notice: Notice = { holidays: [], extraWorkdays: [], warnings: [] }
  for (const line of text.split(/\r?\n/)) {
    const cells = line.split(/[,\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''))
    const days = cells.map((cell) => cell.replaceAll('/', '-')).filter(isDay)
    const [first, last = first] = days
    if (first && last) take(notice, first, last, cells.join(' '))
    else if (line.trim() && /\d/.test(line)) notice.warnings.push(line.trim())
  }
  return notice
}

function take(notice: Notice, first: string, last: string, title: string): void {
  if (!title.includes('班')) notice.holidays.push(rangeOf(first, last))
  else
    for (let at = Date.parse(first); at <= Date.parse(last); at += DAY)
      notice.extraWorkdays.push(keyOf(at))
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** The days of a calendar with those of a notice in place of what it had for the same years. */
export function replaceYears(
  known: { holidays: string[]; extraWorkdays: string[] },
  notice: Notice,
): { holidays: string[]; extraWorkdays: string[] } {
  const years = new Set([...notice.holidays, ...notice.extraWorkdays].map((day) => day.slice(0, 4)))
  const other = (day: string) => !years.has(day.slice(0, 4))
  return {
    holidays: [...known.holidays.filter(other), ...notice.holidays].sort(),
    extraWorkdays: [...known.extraWorkdays.filter(other), ...notice.extraWorkdays].sort(),
  }
}
