import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

/** How it goes with DingTalk. */
export type DingtalkState = Schemas['DingtalkState']

export const fetchDingtalk = () => get<DingtalkState>('/api/dingtalk')

/** Asks DingTalk at once. */
export const syncDingtalk = () => send<DingtalkState>('POST', '/api/dingtalk/sync')
