import { onScopeDispose, readonly, ref, type Ref } from 'vue'
import { serverNow } from './serverClock'

const now = ref(serverNow())
let users = 0
let timer: number | undefined

/** Server time, ticking once a second; one timer for the whole page, stopped when nobody looks. */
export function useNow(): Readonly<Ref<number>> {
  if (users++ === 0) {
    now.value = serverNow()
    timer = window.setInterval(() => (now.value = serverNow()), 1000)
  }
  onScopeDispose(() => {
    if (--users === 0) window.clearInterval(timer)
  })
  return readonly(now)
}
