/** Builds elements without a line of HTML text, so that nothing that somebody wrote becomes markup. */

type Attributes = Record<string, string | boolean | ((event: Event) => void)>
type Child = Node | string | null

/** An element; attributes beginning with `on` are listeners, `false` leaves one out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value)
    } else if (value !== false) {
      element.setAttribute(name, value === true ? '' : value)
    }
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

export const ICONS = {
  chat: 'M5 4h14a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-7l-5 4v-4H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3Z',
  down: 'M6 9l6 6 6-6',
  send: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15L6 16ZM10 20.5a2 2 0 0 0 4 0',
  bellOff:
    'M6 16V11c0-1 .2-1.9.7-2.7M9 5.8A6 6 0 0 1 18 11v4M17 18H4.5L6 16M10 20.5a2 2 0 0 0 4 0M3 3l18 18',
  clock: 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  tick: 'M5 12.5 10 17.5 19.5 7',
  ticks: 'M1.5 12.5 6.5 17.5 16 7M11.5 16.5l1.5 1.5L22.5 7',
  warn: 'M12 8v5M12 16.5v.1M12 3 2 20.5h20L12 3Z',
  star: 'M12 2.5l2.9 6.1 6.6.9-4.8 4.6 1.2 6.6L12 17.5l-5.9 3.2 1.2-6.6L2.5 9.5l6.6-.9L12 2.5Z',
} as const

export type Icon = keyof typeof ICONS

/** A picture beside a word; assistive technology passes over it. */
export function icon(name: Icon, className = ''): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  const path = document.createElementNS(space, 'path')
  path.setAttribute('d', ICONS[name])
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', `icon icon-${name} ${className}`)
  svg.append(path)
  return svg
}

/** Shows or hides an element. */
export function show(element: HTMLElement, visible: boolean): void {
  element.hidden = !visible
}

/** Sets a text only when it differs: what did not change is not read out again. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text
  }
}
