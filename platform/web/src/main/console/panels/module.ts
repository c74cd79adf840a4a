import type { Conversation } from '@/api/types'

/** What a panel is given; it may grow. */
export interface PanelContext {
  language: string
  theme: 'light' | 'dark'
  /** The conversation beside which the panel stands; null in other places. */
  conversation: Conversation | null
  /** Asks the REST interface as the person who is signed in, such as `/plugins/orders/of/4`. */
  request: (method: string, path: string, body?: unknown) => Promise<unknown>
}

/** What a panel answers when it is mounted. */
export interface MountedPanel {
  update?: (context: PanelContext) => void
  unmount?: () => void
}

export interface PanelModule {
  mount: (element: HTMLElement, context: PanelContext) => MountedPanel | void
}

/** Loads the module of a panel; another version is another module. */
export async function loadPanel(module: string, version: string): Promise<PanelModule> {
  const address = `${module}?v=${encodeURIComponent(version)}`
  return (await import(/* @vite-ignore */ address)) as PanelModule
}
