import { computed } from 'vue'
import type { Incident, ServiceWindow, WindowPresence } from '@/api/types'
import { useLiveStore } from '@/live/liveStore'
import { shownState, type ShownState } from '@/live/presenceReducer'
import { useNow } from '@/shared/useNow'
import { useHallStore } from '@/shell/hallStore'

export interface WindowCardData {
  window: ServiceWindow
  state: ShownState
  presence: WindowPresence | undefined
  /** The vacancy going on here, if any. */
  vacancy: Incident | undefined
  /** Names of posts away while the window is covered. */
  unattended: string[]
}

export interface CardGroup {
  title: 'attention' | 'others' | null
  cards: WindowCardData[]
}

const MOST_IN_SIGHT = 28
const NEEDS_LOOK: ReadonlySet<ShownState> = new Set(['VACANT', 'EMPTY', 'UNKNOWN', 'STALE'])

/** One card per service window, in plan order: a place on the screen means a place in the hall. */
export function useWindowCards() {
  const hall = useHallStore()
  const live = useLiveStore()
  const now = useNow()

  const openByWindow = computed(() => {
    const byWindow = new Map<string, Incident[]>()
    for (const one of Object.values(live.incidents)) {
      if (one.status !== 'OPEN' || !one.windowId) continue
      byWindow.set(one.windowId, [...(byWindow.get(one.windowId) ?? []), one])
    }
    return byWindow
  })

  const cards = computed<WindowCardData[]>(() =>
    hall.windows.map((window) => {
      const open = openByWindow.value.get(window.id) ?? []
      const presence = live.presence[window.id]
      const vacancy = open.find((one) => one.type === 'VACANCY')
      return {
        window,
        presence,
        vacancy,
        state: shownState(presence, now.value, vacancy ? 'vacancy-open' : 'no-vacancy'),
        unattended: open
          .filter((one) => one.type === 'POST_UNATTENDED')
          .flatMap((one) => hall.postsOf(one).map((post) => post.name)),
      }
    }),
  )

  /**
   * Halls that fit on the screen stay in plan order. In big ones, what needs a look moves to the top:
   * an empty window below the fold helps nobody.
   */
  const groups = computed<CardGroup[]>(() => {
    if (cards.value.length <= MOST_IN_SIGHT) return [{ title: null, cards: cards.value }]
    const needsLook = (card: WindowCardData) => NEEDS_LOOK.has(card.state)
    return [
      { title: 'attention' as const, cards: cards.value.filter(needsLook) },
      { title: 'others' as const, cards: cards.value.filter((card) => !needsLook(card)) },
    ].filter((group) => group.cards.length > 0)
  })

  const counts = computed(() => {
    const counts = new Map<ShownState, number>()
    for (const { state } of cards.value) counts.set(state, (counts.get(state) ?? 0) + 1)
    return SUMMARY_ORDER.flatMap((state) => {
      const count = counts.get(state)
      return count ? [{ state, count }] : []
    })
  })

  return { cards, groups, counts, now }
}

/** What needs a look comes first. */
const SUMMARY_ORDER: readonly ShownState[] = [
  'VACANT',
  'EMPTY',
  'UNKNOWN',
  'STALE',
  'NONE',
  'STAFFED',
  'EXEMPT',
]
