import { get } from './http'
import type { HallPlan, WindowPresence } from './types'

export const fetchHall = () => get<HallPlan>('/api/hall')

export const fetchPresence = () => get<WindowPresence[]>('/api/windows')
