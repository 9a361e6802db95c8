import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Whether an element can be seen: scrolled into view, on a page that is not in the background. */
export function useInSight(element: Ref<HTMLElement | null>) {
  const scrolledIn = ref(false)
  const pageVisible = ref(document.visibilityState === 'visible')
  const onVisibility = () => (pageVisible.value = document.visibilityState === 'visible')
  const observer = new IntersectionObserver((entries) => {
    scrolledIn.value = entries.at(-1)?.isIntersecting ?? false
  })

  onMounted(() => {
    if (element.value) observer.observe(element.value)
    document.addEventListener('visibilitychange', onVisibility)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    document.removeEventListener('visibilitychange', onVisibility)
  })

  return computed(() => scrolledIn.value && pageVisible.value)
}
