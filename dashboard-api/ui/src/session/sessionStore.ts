import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { currentSession, signIn as requestSignIn, signOut as requestSignOut } from '@/api/session'
import type { Session } from '@/api/types'

/** Who is signed in on this page. */
export const useSessionStore = defineStore('session', () => {
  const current = shallowRef<Session | null>(null)
  /** Whether this person may see what goes on in the hall: all but the people at the windows. */
  const watches = computed(() => current.value?.roles.some((role) => role !== 'STAFF') ?? false)
  let restored = false

  /** Asks once whether the browser still holds a session. */
  async function restore(): Promise<void> {
    if (restored) return
    // No answer is not a refusal, but there is nothing to show without one: the sign-in page says so.
    current.value = await currentSession().catch(() => null)
    restored = true
  }

  async function signIn(username: string, password: string): Promise<void> {
    current.value = await requestSignIn(username, password)
    restored = true
  }

  async function signOut(): Promise<void> {
    await requestSignOut().catch(() => {})
    current.value = null
  }

  /** The server no longer knows this session. */
  function expire(): void {
    current.value = null
  }

  return { current, watches, restore, signIn, signOut, expire }
})
