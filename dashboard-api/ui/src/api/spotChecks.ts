import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type SpotCheckMonth = Schemas['SpotCheckMonth']
export type SpotCheck = Schemas['CheckView']
export type CheckedItem = Schemas['CheckedItem']
export type CheckItem = CheckedItem['item']
export type ItemVerdict = CheckedItem['verdict']

export const CHECK_ITEMS: readonly CheckItem[] = [
  'ATTENDANCE',
  'ATTITUDE',
  'DRESS',
  'APPEARANCE',
  'HYGIENE',
  'RULES',
]

export const ITEM_VERDICTS: readonly ItemVerdict[] = ['FINE', 'FINDING', 'NOT_VISIBLE']

export const fetchSpotChecks = (month: string) => get<SpotCheckMonth>('/api/spot-checks', { month })

export const recordCheck = (id: string, items: CheckedItem[], remark: string) =>
  send<SpotCheck>('POST', `/api/spot-checks/${encodeURIComponent(id)}/result`, {
    items,
    remark: remark || null,
  })

export const withdrawCheck = (id: string, reason: string) =>
  send<SpotCheck>('POST', `/api/spot-checks/${encodeURIComponent(id)}/withdrawal`, { reason })
