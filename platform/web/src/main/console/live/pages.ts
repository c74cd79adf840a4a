import { shallowRef, ref } from 'vue'
import type { Id, Listing, Message } from '@/api/types'
import type { Http } from '@/api/http'
import { asProblem } from '@/api/loading'
import { Problem } from '@/api/http'
import { Transcript } from './transcript'

const FIRST_LINES = 50
const MORE_LINES = 100

/** One conversation's lines on screen: loads the newest, the older ones upward, and what was missed. */
export class Pages {
  readonly lines = shallowRef<readonly Message[]>([])
  readonly loaded = ref(false)
  readonly loadingOlder = ref(false)
  readonly problem = ref<Problem | null>(null)
  private readonly transcript = new Transcript()
  private filling = false

  constructor(
    private readonly id: Id,
    private readonly http: Pick<Http, 'get'>,
  ) {}

  get high() {
    return this.transcript.high
  }

  get hasOlder() {
    return this.transcript.hasOlder
  }

  async load() {
    if (this.loaded.value) return this.fill()
    try {
      const newest = await this.fetch(`before=${Number.MAX_SAFE_INTEGER}&limit=${FIRST_LINES}`)
      this.transcript.begin(newest)
      this.loaded.value = true
      this.problem.value = null
      this.show()
      if (this.transcript.gap) await this.fill()
    } catch (failure) {
      this.problem.value = asProblem(failure)
    }
  }

  async older() {
    if (this.loadingOlder.value || !this.hasOlder) return
    this.loadingOlder.value = true
    try {
      this.transcript.prepend(await this.fetch(`before=${this.transcript.low}&limit=${FIRST_LINES}`))
      this.show()
    } catch (failure) {
      this.problem.value = asProblem(failure)
    } finally {
      this.loadingOlder.value = false
    }
  }

  accept(line: Message) {
    if (!this.transcript.accept(line)) return
    this.show()
    if (this.transcript.gap) void this.fill()
  }

  /** Fetches what is missing after the last line in one piece. */
  async fill() {
    if (this.filling || !this.loaded.value) return
    this.filling = true
    try {
      for (let more = true; more; ) {
        const missed = await this.fetch(`after=${this.high}&limit=${MORE_LINES}`)
        missed.forEach((line) => this.transcript.accept(line))
        more = missed.length === MORE_LINES
      }
      this.show()
    } catch (failure) {
      this.problem.value = asProblem(failure)
    } finally {
      this.filling = false
    }
  }

  private async fetch(query: string) {
    const path = `/conversations/${this.id}/messages?${query}`
    return (await this.http.get<Listing<Message>>(path)).items
  }

  private show() {
    this.lines.value = [...this.transcript.lines]
  }
}
