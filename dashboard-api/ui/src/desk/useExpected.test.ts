import { describe, expect, it } from 'vitest'
import { expectedAt } from './useExpected'

const person = {
  staffId: 's1',
  name: '张三',
  postId: 'w03-a',
  role: 'A' as const,
  duty: 'ON_POST' as const,
  absence: null,
}

describe('expectedAt', () => {
  it('names who should be there and marks who stands in, not who is away', () => {
    const people = [
      { ...person, duty: 'ABSENT' as const },
      { ...person, name: '李四', role: 'B' as const, duty: 'STANDING_IN' as const },
      { ...person, name: '王五', role: null },
      { ...person, name: '赵六', duty: 'RESERVE' as const },
    ]
    expect(expectedAt({ windowId: 'w03', opening: 'OPEN', people })).toEqual(['李四（顶）', '王五'])
  })

  it('expects nobody while the window is closed', () => {
    expect(expectedAt({ windowId: 'w03', opening: 'CLOSED', people: [person] })).toEqual([])
  })
})
