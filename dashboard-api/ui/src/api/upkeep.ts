import { get } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type StorageState = Schemas['StorageView']
export type CameraStorage = Schemas['CameraStorage']
export type ModelsState = Schemas['ModelsView']

export const fetchStorage = () => get<StorageState>('/api/settings/storage')

export const fetchModels = () => get<ModelsState>('/api/settings/models')
