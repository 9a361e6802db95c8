import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useSelection } from './useSelection'

describe('useSelection', () => {
  it('takes start and end in either order', () => {
    const at = ref(20_000)
    const { selection, markStart, markEnd } = useSelection(at)
    markEnd()
    expect(selection.value).toBeNull()
    at.value = 5000
    markStart()
    expect(selection.value).toEqual({ from: 5000, to: 20_000 })
  })

  it('drops the other mark rather than turn backwards', () => {
    const at = ref(5000)
    const { selection, markStart, markEnd } = useSelection(at)
    markStart()
    at.value = 20_000
    markEnd()
    at.value = 30_000
    markStart()
    expect(selection.value).toBeNull()
    at.value = 40_000
    markEnd()
    expect(selection.value).toEqual({ from: 30_000, to: 40_000 })
  })
})
