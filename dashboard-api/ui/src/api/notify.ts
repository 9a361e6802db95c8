import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

/** A way out of the page; its secrets are written and never read. */
export type Channel = Schemas['ChannelView']
export type ChannelBody = Schemas['ChannelBody']
export type ChannelKind = ChannelBody['kind']
export type Topic = ChannelBody['topics'][number]
export type Message = Schemas['MessageView']
export type MessagePage = Schemas['MessagePage']

export const CHANNEL_KINDS: readonly ChannelKind[] = ['DINGTALK', 'EMAIL', 'WEBHOOK']
export const TOPICS: readonly Topic[] = [
  'VACANCY',
  'PHONE_USE',
  'GATHERING',
  'POST_UNATTENDED',
  'APPEAL',
]

export const fetchChannels = () => get<Channel[]>('/api/notify/channels')

export const createChannel = (body: ChannelBody) =>
  send<Channel>('POST', '/api/notify/channels', body)

export const changeChannel = (id: string, body: ChannelBody) =>
  send<Channel>('PUT', `/api/notify/channels/${id}`, body)

export const deleteChannel = (id: string) => send<void>('DELETE', `/api/notify/channels/${id}`)

/** Sends a test message now. */
export const testChannel = (id: string) =>
  send<Schemas['TestResult']>('POST', `/api/notify/channels/${id}/test`)

export const fetchMessages = (before: number | null) =>
  get<MessagePage>('/api/notify/messages', { before, limit: 50 })
