import { describe, expect, it } from 'vitest'
import { chunkAround, holds, nextRecorded } from './chunks'

const at = (text: string) => Date.parse(`2026-03-02T${text}+08:00`)

describe('chunkAround', () => {
  it('begins a minute before, so that stepping back needs no loading', () => {
    const chunk = chunkAround(at('09:00:00'), at('18:00:00'))
    expect(chunk).toEqual({ from: at('08:59:00'), to: at('09:30:00') })
    expect(holds(chunk, at('08:59:00'))).toBe(true)
    expect(holds(chunk, at('09:30:00'))).toBe(false)
  })

  it('does not ask for the future, and is never empty', () => {
    expect(chunkAround(at('09:00:00'), at('09:10:00')).to).toBe(at('09:10:00'))
    const future = chunkAround(at('09:00:00'), at('08:00:00'))
    expect(future.to).toBeGreaterThan(future.from)
  })
})

describe('nextRecorded', () => {
  const east = [{ from: at('09:00:00'), to: at('09:10:00') }]
  const west = [
    { from: at('08:00:00'), to: at('08:30:00') },
    { from: at('10:00:00'), to: at('11:00:00') },
  ]

  it('stays where something is recorded', () => {
    expect(nextRecorded([east, west], at('08:15:00'))).toBe(at('08:15:00'))
  })

  it('goes to whichever camera has footage first', () => {
    expect(nextRecorded([east, west], at('08:45:00'))).toBe(at('09:00:00'))
    expect(nextRecorded([east, west], at('09:30:00'))).toBe(at('10:00:00'))
  })

  it('has nowhere to go after the last footage', () => {
    expect(nextRecorded([east, west], at('11:00:00'))).toBeNull()
  })
})
