import type { Store } from './store'

const MUTED = 'muted'
const RUNG = 'rung'

/** Draws the visitor's eye and ear, discreetly: a number in the title, two soft notes. */
export class Notice {
  private audio: AudioContext | null = null

  constructor(private readonly store: Store) {}

  get muted(): boolean {
    return this.store.get(MUTED) !== null
  }

  mute(muted: boolean): void {
    if (muted) {
      this.store.set(MUTED, '1')
    } else {
      this.store.remove(MUTED)
    }
  }

  /** Gets ready to sound; browsers allow it once the visitor did something on the page. */
  wake(): void {
    this.audio ??= typeof AudioContext === 'undefined' ? null : new AudioContext()
  }

  /** Sounds once for a line, in one of the visitor's tabs. */
  ring(line: string): void {
    if (this.store.get(RUNG) === line) {
      return
    }
    this.store.set(RUNG, line)
    if (!this.muted && this.audio?.state === 'running') {
      this.note(this.audio, 660, 0)
      this.note(this.audio, 880, 0.09)
    }
  }

  /** Puts the number of unread lines before the title of a page that is not looked at. */
  title(unread: number): void {
    const own = document.title.replace(/^\(\d+\) /, '')
    const wanted = unread > 0 && document.hidden ? `(${unread}) ${own}` : own
    if (document.title !== wanted) {
      document.title = wanted
    }
  }

  private note(audio: AudioContext, pitch: number, after: number): void {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    const start = audio.currentTime + after
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0.05, start)
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.25)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + 0.25)
  }
}
