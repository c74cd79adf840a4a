import { beforeEach, describe, expect, test } from 'vitest'
import { Visit, texts } from './visit'

let visit: Visit

beforeEach(() => {
  visit = new Visit()
})

describe('coming to the site', () => {
  test('a_first_visit_is_told_once_and_opens_no_connection', async () => {
    visit.page()
    await visit.clock.pass(1000)
    visit.page()
    await visit.clock.pass(1000)

    expect(visit.server.pages).toHaveLength(1)
    expect(visit.server.pages[0]?.url).toBe('https://shop.example/')
    expect(visit.server.connects).toBe(0)
  })

  test('the_panel_connects_and_tells_the_page', async () => {
    const session = visit.page()
    session.panel(true)
    await visit.clock.pass(100)

    expect(session.connection).toBe('on')
    expect(visit.server.commands.map((frame) => frame.type)).toEqual(['hello', 'page'])
  })

  test('an_open_conversation_connects_before_the_panel_is_opened', async () => {
    const first = await visit.chatting()
    first.stop()
    const second = visit.page()
    await visit.clock.pass(100)
    visit.server.say('still there?')
    await visit.clock.pass(100)

    expect(second.connection).toBe('on')
    expect(second.talk.unread).toBe(1)
  })

  test('a_connection_that_nobody_needs_is_let_go', async () => {
    const session = visit.page()
    session.panel(true)
    await visit.clock.pass(100)
    session.panel(false)
    await visit.clock.pass(31_000)

    expect(session.connection).toBe('off')
  })

  test('a_visitor_whom_the_server_does_not_know_any_more_becomes_a_new_one', async () => {
    const session = await visit.chatting()
    visit.server.tokens.clear()
    visit.server.chats.clear()
    visit.server.cut()
    session.write('two')
    await visit.clock.pass(5000)

    expect(visit.server.said()).toEqual(['two'])
    expect(texts(session)).toEqual(['two'])
  })
})

describe('writing', () => {
  test('the_first_message_opens_the_conversation', async () => {
    const session = await visit.chatting()

    expect(visit.server.commands.map((frame) => frame.type)).toContain('open')
    expect(session.talk.conversation?.agent?.name).toBe('Zhang Min')
    expect(texts(session)).toEqual(['one'])
    expect(session.talk.pending).toEqual([])
  })

  test('messages_written_before_the_first_is_acknowledged_follow_it', async () => {
    const session = visit.page()
    session.panel(true)
    session.write('one')
    session.write('two')
    session.write('three')
    await visit.clock.pass(1000)

    expect(visit.server.said()).toEqual(['one', 'two', 'three'])
    expect(visit.server.chats.size).toBe(1)
  })

  test('a_message_waits_while_the_server_is_away_and_is_sent_once', async () => {
    const session = await visit.chatting()
    visit.server.crash()
    await visit.clock.pass(5000)
    session.write('two')
    session.write('three')
    await visit.clock.pass(60_000)
    expect(session.talk.pending.map((entry) => entry.text)).toEqual(['two', 'three'])
    visit.server.restart()
    await visit.clock.pass(20_000)

    expect(visit.server.said()).toEqual(['one', 'two', 'three'])
    expect(session.talk.pending).toEqual([])
  })

  test('a_message_written_offline_survives_a_reload', async () => {
    const first = await visit.chatting()
    visit.server.crash()
    first.write('two')
    first.stop()
    const second = visit.page()
    second.write('three')
    await visit.clock.pass(10_000)
    visit.server.restart()
    await visit.clock.pass(30_000)

    expect(visit.server.said()).toEqual(['one', 'two', 'three'])
  })

  test('a_message_whose_acknowledgement_got_lost_is_sent_again_under_its_id', async () => {
    const session = await visit.chatting()
    session.write('two')
    await visit.clock.pass(2)
    expect(visit.server.said()).toEqual(['one', 'two'])
    visit.server.crash()
    visit.server.restart()
    await visit.clock.pass(5000)

    expect(visit.server.said()).toEqual(['one', 'two'])
    expect(texts(session)).toEqual(['one', 'two'])
    expect(session.talk.pending).toEqual([])
  })

  test('a_dead_connection_is_noticed_by_the_missing_answer', async () => {
    const session = await visit.chatting()
    visit.server.reachable = false
    session.write('two')
    await visit.clock.pass(9000)
    visit.server.reachable = true
    await visit.clock.pass(12_000)

    expect(visit.server.said()).toEqual(['one', 'two'])
  })

  test('a_silent_connection_is_tried', async () => {
    const session = await visit.chatting()
    visit.server.reachable = false
    visit.server.say('missed')
    await visit.clock.pass(60_000)
    visit.server.reachable = true
    await visit.clock.pass(30_000)

    expect(texts(session)).toEqual(['one', 'missed'])
  })

  test('a_message_that_the_server_cannot_take_now_is_tried_again', async () => {
    const session = await visit.chatting()
    visit.server.refuse.set('send', { code: 'busy', status: 503 })
    session.write('two')
    session.write('three')
    await visit.clock.pass(5000)
    visit.server.refuse.clear()
    await visit.clock.pass(10_000)

    expect(visit.server.said()).toEqual(['one', 'two', 'three'])
  })

  test('a_refused_message_stays_and_may_begin_a_new_conversation', async () => {
    const session = await visit.chatting()
    visit.server.crash()
    session.write('too late')
    visit.server.end()
    visit.server.restart()
    await visit.clock.pass(5000)
    const [refused] = session.talk.pending
    expect(refused?.refused).toBe('conversation-closed')

    session.resend(refused?.clientId ?? '')
    await visit.clock.pass(1000)

    expect(visit.server.chats.size).toBe(2)
    expect(visit.server.said()).toEqual(['too late'])
    expect(session.talk.pending).toEqual([])
  })

  test('a_team_that_is_no_more_keeps_nobody_from_writing', async () => {
    const session = visit.page('gone')
    session.write('one')
    await visit.clock.pass(100)

    expect(visit.server.said()).toEqual(['one'])
    expect(session.talk.pending).toEqual([])
  })

  test('a_refused_message_can_be_thrown_away', async () => {
    const session = await visit.chatting()
    visit.server.refuse.set('send', { code: 'invalid', status: 422 })
    session.write('two')
    await visit.clock.pass(100)
    session.discard(session.talk.pending[0]?.clientId ?? '')

    expect(session.talk.pending).toEqual([])
  })
})
