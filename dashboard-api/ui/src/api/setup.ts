import { get, send } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type FirstAdministrator = Schemas['FirstAdministrator']

/** Whether the first administrator is still to be made; false where the server does not say. */
export const isSetupOpen = () =>
  get<Schemas['SetupState']>('/api/setup').then(
    (state) => state.open,
    () => false,
  )

export const makeFirstAdministrator = (wanted: FirstAdministrator) =>
  send<void>('POST', '/api/setup', wanted)
