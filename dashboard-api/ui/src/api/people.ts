import { get } from './http'
import type { components } from './schema'

export type PersonName = components['schemas']['PersonName']

export const fetchPeople = () => get<PersonName[]>('/api/people')
