import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../main/widget/store'
import { Session } from '../../main/widget/session'
import { FakeServer } from './fake-server'
import { FakeBrowser, FakeClock, browserOfOne, fakeTab, seeded } from './fake-world'

let clock: FakeClock
let server: FakeServer
let browser: FakeBrowser
let arrived: string[]

beforeEach(() => {
  clock = new FakeClock()
  server = new FakeServer(clock)
  browser = new FakeBrowser(clock)
  arrived = []
})

function page(own: Store = browserOfOne(clock)): Session {
  const world = fakeTab(server, browser, seeded(1), own)
  const session = new Session(
    world,
    { team: null, language: () => 'en' },
    { changed: () => {}, arrived: (message) => arrived.push(message.text) },
  )
  session.start()
  return session
}

async function chatting(): Promise<Session> {
  const session = page()
  session.panel(true)
  session.write('one')
  await clock.pass(100)
  server.assign('Zhang Min')
  await clock.pass(100)
  return session
}

function texts(session: Session): string[] {
  return session.talk.lines.filter((line) => line.kind === 'TEXT').map((line) => line.text)
}

const helloes = () => server.commands.filter((frame) => frame.type === 'hello')

describe('coming to the site', () => {
  test('a_first_visit_is_told_once_and_opens_no_connection', async () => {
    page()
    await clock.pass(1000)
    page()
    await clock.pass(1000)

    expect(server.pages).toHaveLength(1)
    expect(server.pages[0]?.url).toBe('https://shop.example/')
    expect(server.connects).toBe(0)
  })

  test('the_panel_connects_and_tells_the_page', async () => {
    const session = page()
    session.panel(true)
    await clock.pass(100)

    expect(session.connection).toBe('on')
    expect(server.commands.map((frame) => frame.type)).toEqual(['hello', 'page'])
  })

  test('an_open_conversation_connects_before_the_panel_is_opened', async () => {
    const first = await chatting()
    first.stop()
    const second = page()
    await clock.pass(100)
    server.say('still there?')
    await clock.pass(100)

    expect(second.connection).toBe('on')
    expect(second.talk.unread).toBe(1)
  })

  test('a_connection_that_nobody_needs_is_let_go', async () => {
    const session = page()
    session.panel(true)
    await clock.pass(100)
    session.panel(false)
    await clock.pass(31_000)

    expect(session.connection).toBe('off')
  })

  test('a_visitor_whom_the_server_does_not_know_any_more_becomes_a_new_one', async () => {
    const session = await chatting()
    server.tokens.clear()
    server.chats.clear()
    server.cut()
    session.write('two')
    await clock.pass(5000)

    expect(server.said()).toEqual(['two'])
    expect(texts(session)).toEqual(['two'])
  })
})

describe('writing', () => {
  test('the_first_message_opens_the_conversation', async () => {
    const session = await chatting()

    expect(server.commands.map((frame) => frame.type)).toContain('open')
    expect(session.talk.conversation?.agent?.name).toBe('Zhang Min')
    expect(texts(session)).toEqual(['one'])
    expect(session.talk.pending).toEqual([])
  })

  test('messages_written_before_the_first_is_acknowledged_follow_it', async () => {
    const session = page()
    session.panel(true)
    session.write('one')
    session.write('two')
    session.write('three')
    await clock.pass(1000)

    expect(server.said()).toEqual(['one', 'two', 'three'])
    expect(server.chats.size).toBe(1)
  })

  test('a_message_waits_while_the_server_is_away_and_is_sent_once', async () => {
    const session = await chatting()
    server.crash()
    await clock.pass(5000)
    session.write('two')
    session.write('three')
    await clock.pass(60_000)
    expect(session.talk.pending.map((entry) => entry.text)).toEqual(['two', 'three'])
    server.restart()
    await clock.pass(20_000)

    expect(server.said()).toEqual(['one', 'two', 'three'])
    expect(session.talk.pending).toEqual([])
  })

  test('a_message_written_offline_survives_a_reload', async () => {
    const first = await chatting()
    server.crash()
    first.write('two')
    first.stop()
    const second = page()
    second.write('three')
    await clock.pass(10_000)
    server.restart()
    await clock.pass(30_000)

    expect(server.said()).toEqual(['one', 'two', 'three'])
  })

  test('a_message_whose_acknowledgement_got_lost_is_sent_again_under_its_id', async () => {
    const session = await chatting()
    session.write('two')
    await clock.pass(2)
    expect(server.said()).toEqual(['one', 'two'])
    server.crash()
    server.restart()
    await clock.pass(5000)

    expect(server.said()).toEqual(['one', 'two'])
    expect(texts(session)).toEqual(['one', 'two'])
    expect(session.talk.pending).toEqual([])
  })

  test('a_dead_connection_is_noticed_by_the_missing_answer', async () => {
    const session = await chatting()
    server.reachable = false
    session.write('two')
    await clock.pass(9000)
    server.reachable = true
    await clock.pass(12_000)

    expect(server.said()).toEqual(['one', 'two'])
  })

  test('a_silent_connection_is_tried', async () => {
    const session = await chatting()
    server.reachable = false
    server.say('missed')
    await clock.pass(60_000)
    server.reachable = true
    await clock.pass(30_000)

    expect(texts(session)).toEqual(['one', 'missed'])
  })

  test('a_message_that_the_server_cannot_take_now_is_tried_again', async () => {
    const session = await chatting()
    server.refuse.set('send', { code: 'busy', status: 503 })
    session.write('two')
    session.write('three')
    await clock.pass(5000)
    server.refuse.clear()
    await clock.pass(10_000)

    expect(server.said()).toEqual(['one', 'two', 'three'])
  })

  test('a_refused_message_stays_and_may_begin_a_new_conversation', async () => {
    const session = await chatting()
    server.crash()
    session.write('too late')
    server.end()
    server.restart()
    await clock.pass(5000)
    const [refused] = session.talk.pending
    expect(refused?.refused).toBe('conversation-closed')

    session.resend(refused?.clientId ?? '')
    await clock.pass(1000)

    expect(server.chats.size).toBe(2)
    expect(server.said()).toEqual(['too late'])
    expect(session.talk.pending).toEqual([])
  })

  test('a_refused_message_can_be_thrown_away', async () => {
    const session = await chatting()
    server.refuse.set('send', { code: 'invalid', status: 422 })
    session.write('two')
    await clock.pass(100)
    session.discard(session.talk.pending[0]?.clientId ?? '')

    expect(session.talk.pending).toEqual([])
  })
})

describe('resuming', () => {
  test('a_reload_shows_the_lines_at_once_and_asks_for_what_is_missing', async () => {
    const first = await chatting()
    first.stop()
    server.say('meanwhile')
    const second = page()
    expect(texts(second)).toEqual(['one'])
    await clock.pass(100)

    expect(helloes().at(-1)).toMatchObject({ conversation: '17', seen: 2 })
    expect(texts(second)).toEqual(['one', 'meanwhile'])
    expect(arrived).toEqual(['agent-joined', 'meanwhile'])
  })

  test('lines_that_overtook_others_wait_for_them', async () => {
    const session = await chatting()
    const chat = server.chat
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
    server.tell('1', { type: 'message', ...lines[2] })
    await clock.pass(10)
    expect(texts(session)).toEqual(['one'])
    await clock.pass(1000)

    expect(server.commands.at(-1)).toMatchObject({ type: 'fetch', after: 2 })
    expect(texts(session)).toEqual(['one', 'line 3', 'line 4', 'line 5'])
  })

  test('a_line_that_comes_twice_is_shown_once', async () => {
    const session = await chatting()
    const line = server.say('hello')
    server.tell('1', { type: 'message', ...line })
    server.tell('1', { type: 'message', ...line })
    await clock.pass(100)

    expect(texts(session)).toEqual(['one', 'hello'])
    expect(arrived).toEqual(['agent-joined', 'hello'])
  })

  test('a_server_that_knows_fewer_lines_is_believed', async () => {
    const session = await chatting()
    server.say('rolled back')
    await clock.pass(100)
    server.chat.lines.pop()
    server.chat.conversation = { ...server.chat.conversation, lastSeq: 2 }
    server.cut()
    await clock.pass(5000)

    expect(texts(session)).toEqual(['one'])
  })

  test('reconnecting_follows_the_documented_pauses', async () => {
    const session = await chatting()
    server.crash()
    const before = server.connects
    const tries: number[] = []
    for (let second = 1; second <= 60; second++) {
      await clock.pass(1000)
      tries.push(server.connects - before)
    }

    // 0.5 + 1 + 2 + 4 + 8 + 15 + 15 s and up to 30 % more.
    expect(tries.at(-1)).toBeGreaterThanOrEqual(6)
    expect(tries.at(-1)).toBeLessThanOrEqual(8)
    expect(session.connection).toBe('waiting')
  })

  test('after_breaking_the_rules_it_stays_away_for_a_minute', async () => {
    const session = await chatting()
    const before = server.connects
    server.cut(1008)
    await clock.pass(59_000)
    session.probe()
    await clock.pass(500)
    expect(server.connects).toBe(before)
    await clock.pass(1000)

    expect(session.connection).toBe('on')
  })

  test('a_restarting_server_is_tried_at_once', async () => {
    const session = await chatting()
    server.cut(1012)
    await clock.pass(200)

    expect(session.connection).toBe('on')
  })
})

describe('several tabs', () => {
  test('a_conversation_begun_in_one_tab_is_there_in_the_other', async () => {
    const other = page()
    await clock.pass(100)
    const session = await chatting()
    server.say('hello')
    await clock.pass(100)

    expect(texts(other)).toEqual(texts(session))
    expect(other.talk.unread).toBe(1)
  })

  test('what_one_tab_has_read_the_other_has_read', async () => {
    const session = await chatting()
    const other = page()
    server.say('hello')
    await clock.pass(100)
    expect(other.talk.unread).toBe(1)
    session.markRead()
    server.tell('1', { type: 'read', conversation: '17', side: 'VISITOR', seq: 3 })
    await clock.pass(100)

    expect(session.talk.unread).toBe(0)
    expect(other.talk.unread).toBe(0)
  })

  test('a_tab_sends_what_a_closed_tab_left', async () => {
    const session = await chatting()
    const other = page()
    await clock.pass(100)
    server.crash()
    session.write('two')
    session.stop()
    other.write('three')
    server.restart()
    await clock.pass(20_000)

    expect(server.said()).toEqual(['one', 'two', 'three'])
  })

  test('a_new_visitor_in_two_tabs_is_one_visitor', async () => {
    const one = page()
    const other = page()
    one.panel(true)
    other.panel(true)
    await clock.pass(100)
    one.write('one')
    await clock.pass(100)
    other.write('two')
    await clock.pass(1000)

    expect(server.said()).toEqual(['one', 'two'])
  })
})

describe('talking', () => {
  test('typing_is_told_at_most_every_three_seconds', async () => {
    const session = await chatting()
    for (let tenth = 0; tenth < 65; tenth++) {
      session.types(true)
      await clock.pass(100)
    }
    session.types(false)
    await clock.pass(10)

    const told = server.commands.filter((frame) => frame.type === 'typing')
    expect(told.map((frame) => frame.typing)).toEqual([true, true, true, false])
  })

  test('the_agents_typing_ends_by_itself', async () => {
    const session = await chatting()
    const author = { side: 'AGENT', id: '9', name: 'Zhang Min' }
    server.tell('1', { type: 'typing', conversation: '17', author, typing: true })
    await clock.pass(10)
    expect(session.typing.who).toBe('Zhang Min')
    await clock.pass(6000)

    expect(session.typing.who).toBeNull()
  })

  test('a_message_is_sent_then_delivered_then_read', async () => {
    const session = await chatting()
    expect(session.talk.progress(1)).toBe('sent')
    server.tell('1', { type: 'delivered', conversation: '17', side: 'AGENT', seq: 1 })
    await clock.pass(10)
    expect(session.talk.progress(1)).toBe('delivered')
    server.tell('1', { type: 'read', conversation: '17', side: 'AGENT', seq: 1 })
    await clock.pass(10)

    expect(session.talk.progress(1)).toBe('read')
  })

  test('closing_waits_for_what_is_still_to_be_sent', async () => {
    const session = await chatting()
    server.crash()
    session.write('goodbye')
    session.close()
    expect(session.ending.closing).toBe(true)
    server.restart()
    await clock.pass(5000)

    expect(server.said()).toEqual(['one', 'goodbye'])
    expect(session.talk.conversation?.state).toBe('CLOSED')
    expect(session.ending.closing).toBe(false)
  })

  test('a_rating_is_told_again_after_a_lost_connection', async () => {
    const session = await chatting()
    server.end()
    await clock.pass(100)
    server.crash()
    session.rate({ stars: 5, comment: 'quick' })
    await clock.pass(100)
    server.restart()
    await clock.pass(5000)

    expect(server.commands.at(-1)).toMatchObject({ type: 'rate', stars: 5, comment: 'quick' })
    expect(session.talk.conversation?.rating).toEqual({ stars: 5, comment: 'quick' })
  })

  test('a_new_conversation_begins_after_the_old_one', async () => {
    const session = await chatting()
    server.end()
    await clock.pass(100)
    session.startNew()
    expect(session.talk.lines).toEqual([])
    session.write('again')
    await clock.pass(100)

    expect(server.said('18')).toEqual(['again'])
    expect(texts(session)).toEqual(['again'])
  })
})
