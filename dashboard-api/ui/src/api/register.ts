import { get, withQuery } from './http'
import type { components, operations } from './schema'

type Schemas = components['schemas']

export type RegisterEntry = Schemas['AuditView']
export type RegisterPage = Schemas['RegisterPage']
export type Verification = Schemas['Verification']
export type RegisterAction = NonNullable<
  NonNullable<operations['entries']['parameters']['query']>['action']
>

export interface RegisterFilter {
  actor: string
  action: RegisterAction | ''
  cameraId: string
  text: string
  from: string
  to: string
}

export function fetchRegister(
  filter: RegisterFilter,
  before: number | null,
): Promise<RegisterPage> {
  return get<RegisterPage>('/api/register', { ...filter, before, limit: 100 })
}

export const fetchVerification = () => get<Verification>('/api/register/verification')

export const registerCsvUrl = (filter: RegisterFilter) =>
  withQuery('/api/register/export.csv', { ...filter })
