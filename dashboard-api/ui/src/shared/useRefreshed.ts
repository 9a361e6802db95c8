import { onMounted, onScopeDispose, ref, shallowRef } from 'vue'

/** What the server says, asked again now and then while the page is open. */
export function useRefreshed<T>(fetch: () => Promise<T>, everySeconds: number) {
  const state = shallowRef<T | null>(null)
  const failed = ref(false)

  async function load(): Promise<void> {
    try {
      state.value = await fetch()
      failed.value = false
    } catch {
      failed.value = true
    }
  }

  const timer = setInterval(load, everySeconds * 1000)
  onMounted(load)
  onScopeDispose(() => clearInterval(timer))

  return { state, failed, load }
}
