// @vitest-environment jsdom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useHotkeys } from './useHotkeys'

describe('useHotkeys', () => {
  const pressed: string[] = []
  const page = mount(
    defineComponent(() => {
      useHotkeys({
        j: () => pressed.push('j'),
        Enter: () => pressed.push('Enter'),
        ' ': () => pressed.push('Space'),
      })
      return () => h('div', [h('input'), h('button', 'b'), h('div', { role: 'menu' }, [h('i')])])
    }),
    { attachTo: document.body },
  )
  afterEach(() => void pressed.splice(0))

  const press = (key: string, on = 'div', changes: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...changes })
    page.element.parentElement?.querySelector(on)?.dispatchEvent(event)
    return event
  }

  it('acts anywhere on the page, with Shift or caps lock as well', () => {
    press('j')
    press('J')
    expect(pressed).toEqual(['j', 'j'])
  })

  it('keeps the browser from scrolling with a key it has used', () => {
    expect(press(' ').defaultPrevented).toBe(true)
  })

  it('leaves alone what is typed into a field or meant for a menu', () => {
    press('j', 'input')
    press('j', '[role=menu] i')
    expect(pressed).toEqual([])
  })

  it('leaves the browser its own shortcuts', () => {
    press('j', 'div', { ctrlKey: true })
    press('j', 'div', { metaKey: true })
    expect(pressed).toEqual([])
  })

  it('lets Enter and Space press the button that has the focus', () => {
    press('Enter', 'button')
    press(' ', 'button')
    press('j', 'button')
    expect(pressed).toEqual(['j'])
  })

  it('falls silent when the page is left', () => {
    page.unmount()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }))
    expect(pressed).toEqual([])
  })
})
