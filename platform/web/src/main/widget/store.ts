/** Texts kept by key. Every key is written by itself, so that two tabs never overwrite each other's. */
export interface Store {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  keys(): string[]
  /** Calls whenever another tab changed something. */
  watch(call: (key: string) => void): () => void
}

const PREFIX = 'hotdesk.'

export function localStore(): Store {
  return new BrowserStore(() => window.localStorage)
}

export function tabStore(): Store {
  return new BrowserStore(() => window.sessionStorage)
}

export function readJson<T>(store: Store, key: string): T | null {
  try {
    return JSON.parse(store.get(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

/** The browser's storage; what it will not take (blocked, full) is kept in memory. */
class BrowserStore implements Store {
  private readonly memory = new Map<string, string>()
  private readonly storage: Storage | null

  constructor(open: () => Storage) {
    this.storage = reachable(open)
  }

  get(key: string): string | null {
    return this.memory.get(key) ?? this.storage?.getItem(PREFIX + key) ?? null
  }

  set(key: string, value: string): void {
    try {
      if (this.storage) {
        this.storage.setItem(PREFIX + key, value)
        this.memory.delete(key)
        return
      }
    } catch {
      // Full: memory is all that is left.
    }
    this.memory.set(key, value)
  }

  remove(key: string): void {
    this.memory.delete(key)
    this.storage?.removeItem(PREFIX + key)
  }

  keys(): string[] {
    const stored = Object.keys(this.storage ?? {})
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
    return [...new Set([...stored, ...this.memory.keys()])]
  }

  watch(call: (key: string) => void): () => void {
    const heard = (event: StorageEvent) => {
      if (event.storageArea === this.storage && event.key?.startsWith(PREFIX)) {
        call(event.key.slice(PREFIX.length))
      }
    }
    window.addEventListener('storage', heard)
    return () => window.removeEventListener('storage', heard)
  }
}

function reachable(open: () => Storage): Storage | null {
  try {
    const storage = open()
    const probe = `${PREFIX}probe`
    storage.setItem(probe, '1')
    storage.removeItem(probe)
    return storage
  } catch {
    return null
  }
}
