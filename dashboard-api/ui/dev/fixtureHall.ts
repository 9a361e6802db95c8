import type {
  HallPlan,
  Incident,
  IncidentType,
  OccupancyMinute,
  ServiceWindow,
  WindowPresence,
} from '../src/api/types'

/** A made-up hall for working on the page without a back end; never part of the build. */

const NAMES: [string, string][] = [
  ['1号窗口 企业开办', '县市场监督管理局'],
  ['2号窗口 社会保险', '县人力资源和社会保障局'],
  ['3号窗口 不动产登记', '县自然资源和规划局'],
  ['4号窗口 医疗保障', '县医疗保障局'],
  ['5号窗口 税务综合', '国家税务总局旌德县税务局'],
  ['6号窗口 公安出入境', '县公安局'],
  ['7号窗口 公积金', '市住房公积金中心旌德管理部'],
]

export function fixturePlan(windowCount: number): HallPlan {
  const windows = Array.from({ length: windowCount }, (_, i): ServiceWindow => {
    const [name, unit] = NAMES[i] ?? [`${i + 1}号窗口 综合受理`, '县数据资源管理局']
    const id = `w${String(i + 1).padStart(2, '0')}`
    const posts = i % 3 === 1 ? ['A岗', 'B岗'] : ['A岗']
    return {
      id,
      name,
      unit,
      kind: 'COUNTER',
      minOnPost: 1,
      posts: posts.map((post, n) => ({ id: `${id}-${'ab'[n]}`, name: post })),
      cameraIds: i === 2 ? ['cam-01', 'cam-02'] : ['cam-01'],
    }
  })
  return {
    hall: { id: 'jingde', name: '旌德县政务服务中心', timeZone: 'Asia/Shanghai' },
    windows,
    cameras: [
      { id: 'cam-01', name: '大厅东侧' },
      { id: 'cam-02', name: '大厅西侧' },
    ],
  }
}

export const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()

export function fixtureIncident(
  id: string,
  type: IncidentType,
  windowId: string,
  fromAgo: number,
  toAgo: number | null,
): Incident {
  return {
    id,
    type,
    windowId,
    postIds: type === 'POST_UNATTENDED' ? [`${windowId}-b`] : [`${windowId}-a`],
    areaId: null,
    cameraIds: windowId === 'w03' ? ['cam-01', 'cam-02'] : ['cam-01'],
    startedAt: ago(fromAgo),
    confirmedAt: ago(Math.max(fromAgo - 300, toAgo ?? 0)),
    endedAt: toAgo === null ? null : ago(toAgo),
    status: toAgo === null ? 'OPEN' : 'CLOSED',
    blindSeconds: type === 'VACANCY' && toAgo !== null ? 14 : 0,
    measure:
      type === 'PHONE_USE'
        ? { trackId: 7, share: 0.74 }
        : type === 'GATHERING'
          ? { persons: 3 }
          : { minOnPost: 1, seen: 0 },
    review: { standing: 'UNREVIEWED', revision: 0, verdict: null, appeal: null, comments: 0 },
    version: 1,
  }
}

export function fixtureIncidents(): Incident[] {
  const recent = [
    fixtureIncident('i-open', 'VACANCY', 'w03', 372, null),
    fixtureIncident('i-away', 'POST_UNATTENDED', 'w02', 645, null),
    fixtureIncident('i-phone', 'PHONE_USE', 'w05', 1520, 1264),
    fixtureIncident('i-gather', 'GATHERING', 'w01', 4100, 3804),
    fixtureIncident('i-vac2', 'VACANCY', 'w04', 7300, 6850),
  ]
  const types: IncidentType[] = ['VACANCY', 'PHONE_USE', 'POST_UNATTENDED', 'GATHERING']
  const older = Array.from({ length: 70 }, (_, i) => {
    const start = 20_000 + i * 4321
    const type = types[i % types.length] ?? 'VACANCY'
    return fixtureIncident(`i-old-${i}`, type, `w0${1 + (i % 7)}`, start, start - 310 - i * 7)
  })
  return [...recent, ...older]
}

export function fixturePresence(plan: HallPlan): WindowPresence[] {
  return plan.windows.map((window, i) => {
    const state = (
      ['STAFFED', 'STAFFED', 'EMPTY', 'STAFFED', 'UNKNOWN', 'EMPTY', 'EXEMPT'] as const
    )[i]
    const presence = state ?? (i % 17 === 0 ? 'EMPTY' : 'STAFFED')
    return {
      windowId: window.id,
      presence,
      since: ago(i === 2 ? 372 : 100 + i),
      at: ago(i === 10 ? 240 : 3),
      seen: presence === 'STAFFED' ? 1 + (i % 2) : 0,
      cause: presence === 'UNKNOWN' ? 'COVERED' : null,
    }
  })
}

export function fixtureOccupancy(query: URLSearchParams): OccupancyMinute[] {
  const from = Date.parse(query.get('from') ?? '')
  const to = Math.min(Date.now(), Date.parse(query.get('to') ?? ''))
  const minutes: OccupancyMinute[] = []
  for (let at = from; at < to; at += 60_000) {
    const kind = kindOfMinute(new Date(at + 8 * 3_600_000).getUTCHours(), Math.floor(at / 60_000))
    minutes.push({
      windowId: query.get('windowId') ?? '',
      minute: new Date(at).toISOString(),
      staffedSeconds: kind === 'staffed' ? 60 : 0,
      emptySeconds: kind === 'empty' ? 60 : 0,
      blindSeconds: kind === 'blind' ? 60 : 0,
      exemptSeconds: kind === 'exempt' ? 60 : 0,
      meanPersons: 1,
      phoneSeconds: 0,
    })
  }
  return minutes
}

function kindOfMinute(hour: number, n: number): 'staffed' | 'empty' | 'blind' | 'exempt' {
  if (hour < 8 || hour >= 17 || hour === 12) return 'exempt'
  if (n % 97 < 6) return 'empty'
  return n % 151 < 4 ? 'blind' : 'staffed'
}

/** One, entered after the fact, at the window of the newest incident. */
export function fixtureClosures(query: URLSearchParams) {
  const windowId = fixtureIncidents()[0]?.windowId ?? 'w01'
  const [from, to] = [query.get('from'), query.get('to')]
  return [{ id: 'c1', windowId, from, to, reason: '系统升级' }]
}
