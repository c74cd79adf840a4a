import type { Id } from '@/api/types'

/**
 * The order in which a list shows its rows. While it is held (a pointer or the focus is in the list)
 * nothing moves: new rows are counted, and take their place when the list is let go.
 */
export class SettledOrder {
  private shown: Id[] = []
  private target: Id[] = []
  private isHeld = false

  get ids(): readonly Id[] {
    return this.shown
  }

  /** Rows that have come and are not shown yet. */
  get fresh(): number {
    return this.target.filter((id) => !this.shown.includes(id)).length
  }

  get held() {
    return this.isHeld
  }

  update(ids: readonly Id[]) {
    this.target = [...ids]
    if (!this.isHeld || this.shown.length === 0) this.settle()
  }

  hold() {
    this.isHeld = true
  }

  release() {
    this.isHeld = false
    this.settle()
  }

  /** Shows everything in its place, whether held or not. */
  settle() {
    this.shown = [...this.target]
  }
}
