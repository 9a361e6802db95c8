import { expect, it } from 'vitest'
import { ref } from 'vue'
import type { Session } from '@/api/types'
import { anIncident } from '@/testing'
import { useMarked } from './useMarked'

const wang: Session = {
  username: 'wang',
  displayName: '王敏',
  roles: ['DESK'],
  cameraIds: null,
  ownWindowIds: ['w04'],
}

it('marks open incidents of one type, and forgets those that somebody else judged', () => {
  const first = anIncident({ id: 'a' })
  const second = anIncident({ id: 'b' })
  const phone = anIncident({ id: 'c', type: 'PHONE_USE' })
  const own = anIncident({ id: 'd', windowId: 'w04' })
  const incidents = ref([first, second, phone, own])
  const { marked, fits, toggle, clear } = useMarked(incidents, ref(wang))

  toggle(first)
  toggle(second)
  toggle(phone)
  toggle(own)
  expect(marked.value.map((one) => one.id)).toEqual(['a', 'b'])
  expect(fits(phone)).toBe(false)

  incidents.value = [
    { ...first, review: { ...first.review, standing: 'CONFIRMED' } },
    second,
    phone,
    own,
  ]
  expect(marked.value.map((one) => one.id)).toEqual(['b'])
  toggle(incidents.value[1]!)
  expect(fits(phone)).toBe(true)
  clear()
  expect(marked.value).toEqual([])
})
