import { computed, ref, watch, type Ref } from 'vue'
import type { Incident } from '@/api/types'

interface ReadMarks {
  /** Everything confirmed up to here counts as seen. */
  upTo: number
  /** Seen one by one since. */
  ids: string[]
}

const MOST_IDS = 500

/**
 * What this person has not looked at yet on this computer. The first visit starts with nothing unread:
 * a list of old incidents all in bold tells nobody anything.
 */
export function useUnread(username: Ref<string>, now: () => number) {
  const marks = ref<ReadMarks>(load(username.value, now()))
  const seen = computed(() => new Set(marks.value.ids))
  watch(username, (name) => (marks.value = load(name, now())))
  watch(marks, (value) => store(username.value, value), { flush: 'sync' })

  const isUnread = (incident: Incident) =>
    Date.parse(incident.confirmedAt) > marks.value.upTo && !seen.value.has(incident.id)

  function markRead(id: string): void {
    if (seen.value.has(id)) return
    marks.value = { ...marks.value, ids: [...marks.value.ids, id].slice(-MOST_IDS) }
  }

  function markAllRead(): void {
    marks.value = { upTo: now(), ids: [] }
  }

  return { isUnread, markRead, markAllRead }
}

const keyOf = (username: string) => `zaigang.read.${username}`

function load(username: string, now: number): ReadMarks {
  try {
    const stored = JSON.parse(localStorage.getItem(keyOf(username)) ?? 'null') as ReadMarks | null
    if (stored && typeof stored.upTo === 'number' && Array.isArray(stored.ids)) return stored
  } catch {
    // Unreadable marks are no marks.
  }
  const fresh = { upTo: now, ids: [] }
  store(username, fresh)
  return fresh
}

function store(username: string, marks: ReadMarks): void {
  try {
    localStorage.setItem(keyOf(username), JSON.stringify(marks))
  } catch {
    // Private mode: unread marks then last as long as the page does.
  }
}
