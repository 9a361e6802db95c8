import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type FirstAdministrator = Schemas['FirstAdministrator']

export type SetupState = Schemas['SetupState']

/** What the sign-in page must know; null where the server does not say. */
export const fetchSetup = () => get<SetupState>('/api/setup').catch(() => null)

/** Where signing in elsewhere begins: left by a link, as it leads to another server. */
export const OUTSIDE_SIGN_IN = '/oauth2/authorization/oidc'

export const makeFirstAdministrator = (wanted: FirstAdministrator) =>
  send<void>('POST', '/api/setup', wanted)
