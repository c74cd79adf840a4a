import { beforeEach, describe, expect, test } from 'vitest'
import { Visit, texts } from './visit'

let visit: Visit

beforeEach(() => {
  visit = new Visit()
})

describe('talking', () => {
  test('typing_is_told_at_most_every_three_seconds', async () => {
    const session = await visit.chatting()
    for (let tenth = 0; tenth < 65; tenth++) {
      session.types(true)
      await visit.clock.pass(100)
    }
    session.types(false)
    await visit.clock.pass(10)

    const told = visit.server.commands.filter((frame) => frame.type === 'typing')
    expect(told.map((frame) => frame.typing)).toEqual([true, true, true, false])
  })

  test('the_agents_typing_ends_by_itself', async () => {
    const session = await visit.chatting()
    const author = { side: 'AGENT', id: '9', name: 'Zhang Min' }
    visit.server.tell('1', { type: 'typing', conversation: '17', author, typing: true })
    await visit.clock.pass(10)
    expect(session.typing.who).toBe('Zhang Min')
    await visit.clock.pass(6000)

    expect(session.typing.who).toBeNull()
  })

  test('a_message_is_sent_then_delivered_then_read', async () => {
    const session = await visit.chatting()
    expect(session.talk.progress(1)).toBe('sent')
    visit.server.tell('1', { type: 'delivered', conversation: '17', side: 'AGENT', seq: 1 })
    await visit.clock.pass(10)
    expect(session.talk.progress(1)).toBe('delivered')
    visit.server.tell('1', { type: 'read', conversation: '17', side: 'AGENT', seq: 1 })
    await visit.clock.pass(10)

    expect(session.talk.progress(1)).toBe('read')
  })

  test('closing_waits_for_what_is_still_to_be_sent', async () => {
    const session = await visit.chatting()
    visit.server.crash()
    session.write('goodbye')
    session.close()
    expect(session.ending.closing).toBe(true)
    visit.server.restart()
    await visit.clock.pass(5000)

    expect(visit.server.said()).toEqual(['one', 'goodbye'])
    expect(session.talk.conversation?.state).toBe('CLOSED')
    expect(session.ending.closing).toBe(false)
  })

  test('a_rating_is_told_again_after_a_lost_connection', async () => {
    const session = await visit.chatting()
    visit.server.end()
    await visit.clock.pass(100)
    visit.server.crash()
    session.rate({ stars: 5, comment: 'quick' })
    await visit.clock.pass(100)
    visit.server.restart()
    await visit.clock.pass(5000)

    expect(visit.server.commands.at(-1)).toMatchObject({ type: 'rate', stars: 5, comment: 'quick' })
    expect(session.talk.conversation?.rating).toEqual({ stars: 5, comment: 'quick' })
  })

  test('a_new_conversation_begins_after_the_old_one', async () => {
    const session = await visit.chatting()
    visit.server.end()
    await visit.clock.pass(100)
    session.startNew()
    expect(session.talk.lines).toEqual([])
    session.write('again')
    await visit.clock.pass(100)

    expect(visit.server.said('18')).toEqual(['again'])
    expect(texts(session)).toEqual(['again'])
  })
})
