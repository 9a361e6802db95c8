import { describe, expect, it } from 'vitest'
import { atMost } from './atMost'

describe('atMost', () => {
  const turn = () => new Promise((resolve) => setTimeout(resolve))

  it('never runs more than the limit, in order, and goes on after failures', async () => {
    const run = atMost(2)
    const started: number[] = []
    const finish: ((error?: Error) => void)[] = []
    const results = [0, 1, 2, 3].map((n) =>
      run(() => {
        started.push(n)
        return new Promise<number>((resolve, reject) => {
          finish[n] = (error) => (error ? reject(error) : resolve(n))
        })
      }),
    )
    await turn()
    expect(started).toEqual([0, 1])
    const first = expect(results[0]).rejects.toThrow('no picture')
    finish[0]?.(new Error('no picture'))
    await first
    await turn()
    expect(started).toEqual([0, 1, 2])
    finish[1]?.()
    finish[2]?.()
    await turn()
    expect(started).toEqual([0, 1, 2, 3])
    finish[3]?.()
    expect(await Promise.all(results.slice(1))).toEqual([1, 2, 3])
  })
})
