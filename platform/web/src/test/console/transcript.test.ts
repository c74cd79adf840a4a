import { describe, expect, it } from 'vitest'
import { Transcript } from '@/live/transcript'
import { line } from './fixtures'

const seqs = (transcript: Transcript) => transcript.lines.map(({ seq }) => seq)

describe('a transcript', () => {
  it('drops a line that it has already', () => {
    const transcript = new Transcript()
    transcript.begin([line(1), line(2)])

    expect(transcript.accept(line(2))).toBe(false)
    expect(seqs(transcript)).toEqual([1, 2])
  })

  it('holds back a line that comes too early, and says that something is missing', () => {
    const transcript = new Transcript()
    transcript.begin([line(1)])
    transcript.accept(line(3))

    expect(seqs(transcript)).toEqual([1])
    expect(transcript.gap).toBe(true)

    transcript.accept(line(2))

    expect(seqs(transcript)).toEqual([1, 2, 3])
    expect(transcript.gap).toBe(false)
  })

  it('continues the loaded lines with live ones that came while they were loading', () => {
    const transcript = new Transcript()
    transcript.accept(line(52))
    transcript.accept(line(51))
    transcript.begin([line(49), line(50), line(51)])

    expect(seqs(transcript)).toEqual([49, 50, 51, 52])
    expect(transcript.high).toBe(52)
  })

  it('takes older lines above without repeating any', () => {
    const transcript = new Transcript()
    transcript.begin([line(3), line(4)])
    transcript.prepend([line(1), line(2), line(3)])

    expect(seqs(transcript)).toEqual([1, 2, 3, 4])
    expect(transcript.hasOlder).toBe(false)
  })

  it('shows every line once and in order, however they arrive', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const random = randomOf(seed)
      const transcript = new Transcript()
      const first = Math.floor(random() * 10)
      const arriving = Array.from({ length: 60 }, () => 1 + Math.floor(random() * 30))
      const missed = Array.from({ length: 30 }, (_, i) => i + 1)
      transcript.begin(Array.from({ length: first }, (_, i) => line(i + 1)))
      for (const seq of [...arriving, ...missed]) {
        transcript.accept(line(seq))
        if (transcript.lines.some((shown, index) => shown.seq !== index + 1)) expect.fail(`seed ${seed}`)
      }
      expect(transcript.high, `seed ${seed}`).toBe(30)
    }
  })

  it('forgets what a line takes back, live or loaded', () => {
    const live = new Transcript()
    live.begin([line(1), line(2)])
    live.accept(line(3, { kind: 'RECALL', text: '2' }))
    expect(live.lines[1]).toMatchObject({ seq: 2, kind: 'RECALLED', text: '' })

    const loaded = new Transcript()
    loaded.begin([line(4), line(5, { kind: 'RECALL', text: '3' })])
    loaded.prepend([line(3)])
    expect(loaded.lines[0]).toMatchObject({ seq: 3, kind: 'RECALLED', text: '' })
  })
})

function randomOf(seed: number) {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}
