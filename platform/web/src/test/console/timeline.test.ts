import { describe, expect, it } from 'vitest'
import { pieces } from '@/conversations/text'
import { timeline } from '@/conversations/timeline'
import { line } from './fixtures'

const me = { id: '3', name: '张敏' }
const mine = { author: { side: 'AGENT' as const, id: '3', name: '张敏' } }
const unsent = { conversation: '17', clientId: 'c-new', text: 'new', at: '2026-11-21T08:00:00Z', refused: null }

describe('a timeline', () => {
  it('puts lines of one person shortly after each other together', () => {
    const items = timeline([line(1), line(2), line(3, mine)], [], me)

    expect(items.map(({ kind }) => kind)).toEqual(['day', 'lines', 'lines'])
    expect(items[1]).toMatchObject({ lines: [{ seq: 1 }, { seq: 2 }] })
  })

  it('begins a group anew after a while', () => {
    const items = timeline([line(1), line(2, { at: '2026-11-21T08:03:00Z' })], [], me)

    expect(items.filter(({ kind }) => kind === 'lines')).toHaveLength(2)
  })

  it('separates days', () => {
    const items = timeline([line(1), line(2, { at: '2026-11-23T08:00:00Z' })], [], me)

    expect(items.filter(({ kind }) => kind === 'day')).toHaveLength(2)
  })

  it('shows what is unsent last, and not beside its acknowledged line', () => {
    expect(timeline([line(1)], [unsent], me).at(-1)).toMatchObject({ side: 'AGENT', lines: [{ seq: null }] })

    const arrived = timeline([line(1, { ...mine, clientId: 'c-new' })], [unsent], me)
    expect(arrived.flatMap((item) => (item.kind === 'lines' ? item.lines : []))).toHaveLength(1)
  })

  it('marks where the new lines of the visitor begin', () => {
    const items = timeline([line(1), line(2, mine), line(3)], [], me, 1)

    expect(items.map(({ kind }) => kind)).toEqual(['day', 'lines', 'lines', 'unread', 'lines'])
  })

  it('puts the mark below the name of the day', () => {
    const items = timeline([line(1), line(2, { at: '2026-11-23T08:00:00Z' })], [], me, 1)

    expect(items.map(({ kind }) => kind)).toEqual(['day', 'lines', 'day', 'unread', 'lines'])
  })

  it('shows notes after the line after which they were written', () => {
    const note = { conversation: '17', number: 1, after: 1, clientId: 'n-1', author: mine.author, text: 'careful', at: '2026-11-21T08:00:00Z', recalled: false }
    const kinds = (after: number) => timeline([line(1), line(2)], [], me, null, [{ ...note, after }]).map(({ kind }) => kind)

    expect(kinds(1)).toEqual(['day', 'lines', 'note', 'lines'])
    expect(kinds(2)).toEqual(['day', 'lines', 'note'])
    expect(timeline([line(1)], [{ ...unsent, note: true }], me).at(-1)).toMatchObject({ kind: 'note', line: { number: null } })
    const sent = { ...unsent, clientId: 'n-1', note: true }
    expect(timeline([line(1)], [sent], me, null, [note]).filter(({ kind }) => kind === 'note')).toHaveLength(1)
  })

  it('says that a line was taken back, where it was', () => {
    const items = timeline([line(1), line(2, { kind: 'RECALLED', text: '' }), line(3, { kind: 'RECALL', text: '2' })], [], me)

    expect(items.map(({ kind }) => kind)).toEqual(['day', 'lines', 'recalled'])
  })

  it('keeps system lines on their own', () => {
    const items = timeline([line(1), line(2, { kind: 'SYSTEM', text: 'agent-joined' })], [], me)

    expect(items.at(-1)?.kind).toBe('system')
  })
})

describe('a text', () => {
  const links = (text: string) => pieces(text).flatMap(({ href }) => href ?? [])

  it('keeps every character', () => {
    const text = '看 https://shop.example/a?b=1。再看(http://x.example/y), ok'
    expect(pieces(text).map((piece) => piece.text).join('')).toBe(text)
  })

  it('links addresses without the punctuation around them', () => {
    expect(links('看 https://shop.example/a?b=1。再看(http://x.example/y), ok')).toEqual([
      'https://shop.example/a?b=1',
      'http://x.example/y',
    ])
  })

  it('links nothing that is not a web address', () => {
    expect(links('javascript:alert(1) data:text/html,x ftp://a.example https://')).toEqual([])
  })
})
