import { computed, onScopeDispose, shallowRef } from 'vue'
import { get } from '@/api/http'
import type { components } from '@/api/schema'

type WindowDuty = components['schemas']['WindowDutyView']

/** The roster changes rarely; a period begins or ends on the minute. */
const REFRESH_MILLIS = 60_000

/** Who the roster expects at each window now, by window id; empty where the hall keeps no roster. */
export function useExpected() {
  const duties = shallowRef<WindowDuty[]>([])

  async function refresh(): Promise<void> {
    duties.value = await get<WindowDuty[]>('/api/duty/now').catch(() => duties.value)
  }

  const timer = setInterval(() => void refresh(), REFRESH_MILLIS)
  onScopeDispose(() => clearInterval(timer))
  void refresh()

  return computed(() => new Map(duties.value.map((duty) => [duty.windowId, expectedAt(duty)])))
}

/** Those who should be there, stand-ins marked; not who is away. */
export function expectedAt({ opening, people }: WindowDuty): string[] {
  if (opening !== 'OPEN') return []
  return people
    .filter(({ duty }) => duty === 'ON_POST' || duty === 'STANDING_IN')
    .map(({ name, role, duty }) => `${name}${duty === 'STANDING_IN' ? '（顶）' : (role ?? '')}`)
}
