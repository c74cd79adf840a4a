import { beforeEach, describe, expect, test } from 'vitest'
import { Visit, texts } from './visit'

let visit: Visit

beforeEach(() => {
  visit = new Visit()
})

describe('resuming', () => {
  test('a_reload_shows_the_lines_at_once_and_asks_for_what_is_missing', async () => {
    const first = await visit.chatting()
    first.stop()
    visit.server.say('meanwhile')
    const second = visit.page()
    expect(texts(second)).toEqual(['one'])
    await visit.clock.pass(100)

    expect(visit.server.commands.filter((frame) => frame.type === 'hello').at(-1)).toMatchObject({
      conversation: '17',
      seen: 2,
    })
    expect(texts(second)).toEqual(['one', 'meanwhile'])
    expect(visit.arrived).toEqual(['agent-joined', 'meanwhile'])
  })

  test('lines_that_overtook_others_wait_for_them', async () => {
    const session = await visit.chatting()
    const chat = visit.server.chat
    const author = { side: 'AGENT', id: '9', name: 'Zhang Min' } as const
    const line = (seq: number) => ({
      conversation: '17',
      seq,
      clientId: `a${seq}`,
      author,
      kind: 'TEXT' as const,
    })
    const lines = [3, 4, 5].map((seq) => ({
      ...line(seq),
      text: `line ${seq}`,
      at: '2026-11-21T13:29:01Z',
    }))
    chat.lines.push(...lines)
    visit.server.tell('1', { type: 'message', ...lines[2] })
    await visit.clock.pass(10)
    expect(texts(session)).toEqual(['one'])
    await visit.clock.pass(1000)

    expect(visit.server.commands.at(-1)).toMatchObject({ type: 'fetch', after: 2 })
    expect(texts(session)).toEqual(['one', 'line 3', 'line 4', 'line 5'])
  })

  test('a_line_that_comes_twice_is_shown_once', async () => {
    const session = await visit.chatting()
    const line = visit.server.say('hello')
    visit.server.tell('1', { type: 'message', ...line })
    visit.server.tell('1', { type: 'message', ...line })
    await visit.clock.pass(100)

    expect(texts(session)).toEqual(['one', 'hello'])
    expect(visit.arrived).toEqual(['agent-joined', 'hello'])
  })

  test('a_server_that_knows_fewer_lines_is_believed', async () => {
    const session = await visit.chatting()
    visit.server.say('rolled back')
    await visit.clock.pass(100)
    visit.server.chat.lines.pop()
    visit.server.chat.conversation = { ...visit.server.chat.conversation, lastSeq: 2 }
    visit.server.cut()
    await visit.clock.pass(5000)

    expect(texts(session)).toEqual(['one'])
  })

  test('reconnecting_follows_the_documented_pauses', async () => {
    const session = await visit.chatting()
    visit.server.crash()
    const before = visit.server.connects
    const tries: number[] = []
    for (let second = 1; second <= 60; second++) {
      await visit.clock.pass(1000)
      tries.push(visit.server.connects - before)
    }

    // 0.5 + 1 + 2 + 4 + 8 + 15 + 15 s and up to 30 % more.
    expect(tries.at(-1)).toBeGreaterThanOrEqual(6)
    expect(tries.at(-1)).toBeLessThanOrEqual(8)
    expect(session.connection).toBe('waiting')
  })

  test('after_breaking_the_rules_it_stays_away_for_a_minute', async () => {
    const session = await visit.chatting()
    const before = visit.server.connects
    visit.server.cut(1008)
    await visit.clock.pass(59_000)
    session.probe()
    await visit.clock.pass(500)
    expect(visit.server.connects).toBe(before)
    await visit.clock.pass(1000)

    expect(session.connection).toBe('on')
  })

  test('a_restarting_server_is_tried_at_once', async () => {
    const session = await visit.chatting()
    visit.server.cut(1012)
    await visit.clock.pass(200)

    expect(session.connection).toBe('on')
  })
})

describe('several tabs', () => {
  test('a_conversation_begun_in_one_tab_is_there_in_the_other', async () => {
    const other = visit.page()
    await visit.clock.pass(100)
    const session = await visit.chatting()
    visit.server.say('hello')
    await visit.clock.pass(100)

    expect(texts(other)).toEqual(texts(session))
    expect(other.talk.unread).toBe(1)
  })

  test('what_one_tab_has_read_the_other_has_read', async () => {
    const session = await visit.chatting()
    const other = visit.page()
    visit.server.say('hello')
    await visit.clock.pass(100)
    expect(other.talk.unread).toBe(1)
    session.markRead()
    visit.server.tell('1', { type: 'read', conversation: '17', side: 'VISITOR', seq: 3 })
    await visit.clock.pass(100)

    expect(session.talk.unread).toBe(0)
    expect(other.talk.unread).toBe(0)
  })

  test('a_tab_sends_what_a_closed_tab_left', async () => {
    const session = await visit.chatting()
    const other = visit.page()
    await visit.clock.pass(100)
    visit.server.crash()
    session.write('two')
    session.stop()
    other.write('three')
    visit.server.restart()
    await visit.clock.pass(20_000)

    expect(visit.server.said()).toEqual(['one', 'two', 'three'])
  })

  test('a_new_visitor_in_two_tabs_is_one_visitor', async () => {
    const one = visit.page()
    const other = visit.page()
    one.panel(true)
    other.panel(true)
    await visit.clock.pass(100)
    one.write('one')
    await visit.clock.pass(100)
    other.write('two')
    await visit.clock.pass(1000)

    expect(visit.server.said()).toEqual(['one', 'two'])
  })
})
