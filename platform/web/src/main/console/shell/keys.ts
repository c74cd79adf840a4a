import { onMounted, onUnmounted } from 'vue'

type Action = (event: KeyboardEvent) => void

/**
 * Listens for keys such as `j`, `?`, `Ctrl+k` or `Alt+1` while the component is there. Plain keys
 * do nothing while somebody writes in a field, or composes with an input method.
 */
export function useKeys(actions: Record<string, Action>) {
  function heard(event: KeyboardEvent) {
    if (event.isComposing || event.defaultPrevented) return
    const action = actions[nameOf(event)]
    if (!action || (isPlain(event) && isWriting(event.target))) return
    if (isPlain(event) && document.querySelector('.el-overlay:not([style*="none"])')) return
    event.preventDefault()
    action(event)
  }
  onMounted(() => window.addEventListener('keydown', heard))
  onUnmounted(() => window.removeEventListener('keydown', heard))
}

export function nameOf(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  const key = event.altKey && digit ? digit : event.key
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  return control + alt + (control || alt ? key.toLowerCase() : key)
}

function isPlain(event: KeyboardEvent) {
  return !event.ctrlKey && !event.metaKey && !event.altKey
}

function isWriting(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
