import { ApiError, get, send } from './http'
import type { Session } from './types'

/** Who is signed in, or null. */
export async function currentSession(): Promise<Session | null> {
  try {
    return await get<Session>('/api/session')
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 401) return null
    throw failure
  }
}

export function signIn(username: string, password: string): Promise<Session> {
  return send<Session>('POST', '/api/session', { username, password })
}

export function signOut(): Promise<void> {
  return send<void>('DELETE', '/api/session')
}
