import { onBeforeUnmount, onMounted } from 'vue'

/** An action may answer false: not mine just now, let another have the key. */
export type Hotkeys = Record<string, () => unknown>

/**
 * Keys that work anywhere on the page, by `KeyboardEvent.key`. Left alone: keys with Ctrl, Alt or Meta,
 * and everything typed into a field or meant for an open menu.
 */
export function useHotkeys(hotkeys: Hotkeys): void {
  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (belongsElsewhere(event)) return
    const action = hotkeys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!action) return
    if (action() !== false) event.preventDefault()
  }

  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element)) return false
  if (
    event.target.closest(
      'input, textarea, select, [contenteditable], [role=menu], [role=listbox], .el-dialog',
    )
  )
    return true
  const presses = event.key === 'Enter' || event.key === ' '
  return presses && event.target.closest('a, button, [role=slider]') !== null
}
