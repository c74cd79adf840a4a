import { describe, expect, test } from 'vitest'
import { contrast, palette, parse } from '../../main/widget/colour'
import { pieces } from '../../main/widget/links'
import type { Message } from '../../main/widget/protocol'
import { type Bubble, rows } from '../../main/widget/rows'
import { Words } from '../../main/widget/words'

const words = new Words('en')
const start = new Date(2026, 10, 21, 14, 0).getTime()

function line(seq: number, side: 'VISITOR' | 'AGENT', minute: number, text = 'text'): Message {
  const author = { side, id: '1', name: side === 'AGENT' ? 'Zhang Min' : 'Visitor' }
  const at = new Date(start + minute * 60_000).toISOString()
  return { conversation: '17', seq, clientId: `c${seq}`, author, kind: 'TEXT', text, at }
}

function shown(lines: Message[], read = 0) {
  const progress = (seq: number) => (seq <= read ? 'read' : 'sent')
  return rows({ lines, pending: [], progress }, words, new Date(start))
}

const bubbles = (lines: Message[], read = 0) =>
  shown(lines, read).filter((row) => 'status' in row) as Bubble[]

describe('rows', () => {
  test('a_new_day_is_said_once', () => {
    const found = shown([line(1, 'VISITOR', -1440), line(2, 'AGENT', 0), line(3, 'AGENT', 1)])
    expect(found.map((row) => (row.kind === 'day' ? row.text : row.kind))).toEqual([
      'Yesterday',
      'mine',
      'Today',
      'theirs',
      'theirs',
    ])
  })

  test('messages_of_one_side_within_two_minutes_belong_together', () => {
    const found = bubbles([
      line(1, 'AGENT', 0),
      line(2, 'AGENT', 1),
      line(3, 'AGENT', 9),
      line(4, 'VISITOR', 9),
    ])
    expect(found.map((row) => [row.first, row.last])).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ])
  })

  test('what_was_taken_back_is_told_in_its_place', () => {
    const gone: Message = { ...line(1, 'AGENT', 0, ''), kind: 'RECALLED' }
    const recall: Message = { ...line(2, 'AGENT', 0, '1'), kind: 'RECALL' }
    const found = shown([gone, recall, line(3, 'VISITOR', 0)]).filter(({ kind }) => kind !== 'day')

    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['system', 'Zhang Min took a message back'],
      ['mine', 'text'],
    ])
  })

  test('ones_own_fresh_message_can_be_taken_back', () => {
    const found = bubbles([line(1, 'VISITOR', -3), line(2, 'AGENT', 0), line(3, 'VISITOR', 0)])
    expect(found.map(({ seq }) => seq)).toEqual([0, 0, 3])
  })

  test('the_last_message_that_was_read_says_so', () => {
    const found = bubbles([line(1, 'VISITOR', 0), line(2, 'VISITOR', 0), line(3, 'VISITOR', 0)], 2)
    expect(found.map((row) => [row.status, row.last])).toEqual([
      ['read', false],
      ['read', true],
      ['sent', true],
    ])
  })

  test('system_lines_are_said_in_words', () => {
    const say = (text: string) =>
      shown([{ ...line(1, 'AGENT', 0, text), kind: 'SYSTEM' }]).at(-1) as { text: string }
    expect(say('agent-joined').text).toBe('Zhang Min joined the chat')
    expect(say('agent-left').text).toContain('Zhang Min left')
    expect(say('closed-by-agent').text).toBe('Zhang Min ended the chat')
    expect(say('closed-by-visitor').text).toBe('You ended the chat')
    expect(say('not-invented-yet').text).toBe('The chat was updated')
  })
})

describe('links', () => {
  const links = (text: string) => pieces(text).flatMap((piece) => piece.href ?? [])

  test('addresses_become_links_and_words_stay_words', () => {
    expect(pieces('see https://a.example/x?y=1, please')).toEqual([
      { text: 'see ' },
      { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
      { text: ', please' },
    ])
  })

  test('chinese_around_an_address_is_not_part_of_it', () => {
    expect(links('详情：https://a.example/track/88731。谢谢')).toEqual([
      'https://a.example/track/88731',
    ])
    expect(links('（www.shop.example）')).toEqual(['https://www.shop.example/'])
  })

  test('brackets_that_belong_to_an_address_stay', () => {
    expect(links('(https://a.example/tea_(leaf))')).toEqual(['https://a.example/tea_(leaf)'])
  })

  test('nothing_but_web_addresses_is_a_link', () => {
    expect(links('javascript:alert(1) data:text/html,x file:///etc http:// https://x')).toEqual([])
  })

  test('nothing_of_a_text_gets_lost', () => {
    const text = 'a https://a.example/b) c www.d.example/e?f=g!h https://'
    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})

describe('colours', () => {
  test('every_accent_can_be_read', () => {
    for (const accent of [
      '#2463d6',
      '#ffd400',
      '#ffffff',
      '#000000',
      '#2c6a4b',
      '#f0a',
      '#888888',
    ]) {
      const { accent: ground, onAccent, accentText } = palette(accent)
      const rgb = (text: string) =>
        text.match(/\d+/g)?.map(Number) as unknown as [number, number, number]
      expect(contrast(rgb(ground), rgb(onAccent)), accent).toBeGreaterThanOrEqual(4.5)
      expect(contrast(rgb(accentText), [255, 255, 255]), accent).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('what_is_no_colour_is_the_usual_blue', () => {
    expect(palette('red;}*{display:none').accent).toBe(palette(null).accent)
    expect(parse('#12345')).toBeNull()
  })
})
