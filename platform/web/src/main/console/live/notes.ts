import { shallowRef } from 'vue'
import type { Http } from '@/api/http'
import type { Id, Listing, Note } from '@/api/types'

/** What the staff wrote to each other in one conversation, by number. */
export class Notes {
  readonly all = shallowRef<readonly Note[]>([])

  constructor(
    private readonly id: Id,
    private readonly http: Pick<Http, 'get'>,
  ) {}

  /** Fetches all of them again; what cannot be fetched is fetched after the next break. */
  async load() {
    try {
      const { items } = await this.http.get<Listing<Note>>(`/conversations/${this.id}/notes`)
      items.forEach((note) => this.accept(note))
    } catch {
      // The lines beside them tell of the trouble.
    }
  }

  /** A note as it was written or taken back; what was taken back stays so. */
  accept(note: Note) {
    const known = this.all.value.find(({ number }) => number === note.number)
    if (known?.recalled) return
    const others = this.all.value.filter(({ number }) => number !== note.number)
    this.all.value = [...others, note].sort((a, b) => a.number - b.number)
  }
}
