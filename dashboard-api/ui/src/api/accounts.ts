import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type Account = Schemas['AccountView']
export type AccountRights = Schemas['AccountRights']
export type Role = AccountRights['roles'][number]
export type AccountWithPassword = Schemas['AccountWithPassword']

export const ROLES: readonly Role[] = [
  'DESK',
  'APPROVER',
  'SUPERVISOR',
  'ADMIN',
  'AUDITOR',
  'STAFF',
]

export const fetchAccounts = () => get<Account[]>('/api/accounts')

/** The server makes up the password and says it this once. */
export const createAccount = (username: string, rights: AccountRights) =>
  send<AccountWithPassword>('POST', '/api/accounts', { username, password: null, rights })

export const changeAccount = (id: string, rights: AccountRights) =>
  send<Account>('PUT', `/api/accounts/${id}`, rights)

export const resetPassword = (id: string) =>
  send<AccountWithPassword>('POST', `/api/accounts/${id}/password`)

export const changeOwnPassword = (currentPassword: string, newPassword: string) =>
  send<void>('PUT', '/api/session/password', { currentPassword, newPassword })

export type ServiceTokenState = Schemas['ServiceTokenView']

export const fetchServiceToken = () => get<ServiceTokenState>('/api/settings/service-token')

/** The token before stays good for an hour. */
export const rotateServiceToken = () =>
  send<ServiceTokenState>('POST', '/api/settings/service-token/rotation')
