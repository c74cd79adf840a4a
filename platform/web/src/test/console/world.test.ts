import { describe, expect, it } from 'vitest'
import { calls } from '@/live/attention'
import { apply, emptyWorld, markRead, mine, put } from '@/live/world'
import { conversation, line, welcome } from './fixtures'

const message = (seq: number, part = {}) => ({ type: 'message' as const, ...line(seq, part) })

describe('the world', () => {
  it('is what the welcome says, whatever was before', () => {
    const world = emptyWorld('3')
    apply(world, welcome({ mine: [conversation('1')], queue: [conversation('2', { state: 'QUEUED', agent: null })] }))
    apply(world, welcome({ mine: [conversation('3')] }))

    expect(mine(world).map(({ id }) => id)).toEqual(['3'])
    expect(world.queue).toEqual([])
  })

  it('moves a conversation from the queue to who got it', () => {
    const world = emptyWorld('3')
    apply(world, welcome({ queue: [conversation('2', { state: 'QUEUED', agent: null })] }))
    apply(world, { type: 'conversation', change: 'assigned', conversation: conversation('2', { version: 2 }) })

    expect(world.queue).toEqual([])
    expect(mine(world).map(({ id }) => id)).toEqual(['2'])
  })

  it('does not go back to an older version', () => {
    const world = emptyWorld('3')
    put(world, conversation('1', { version: 3, category: 'new' }))
    put(world, conversation('1', { version: 2, category: 'old' }))

    expect(world.conversations['1']?.category).toBe('new')
  })

  it('keeps a newer line when an older telling of the conversation comes late', () => {
    const world = emptyWorld('3')
    put(world, conversation('17', { lastSeq: 4 }))
    apply(world, message(5))
    put(world, conversation('17', { lastSeq: 4, version: 2 }))

    expect(world.conversations['17']).toMatchObject({ lastSeq: 5, unread: 1, last: { text: 'line 5' } })
  })

  it('counts a line of the visitor once, and not after it was read', () => {
    const world = emptyWorld('3')
    put(world, conversation('17'))
    apply(world, message(1))
    apply(world, message(1))
    expect(world.conversations['17']?.unread).toBe(1)

    markRead(world, '17', 1)
    expect(world.conversations['17']?.unread).toBe(0)
  })

  it('hears from another window that everything was read', () => {
    const world = emptyWorld('3')
    put(world, conversation('17'))
    apply(world, message(1))
    apply(world, { type: 'read', conversation: '17', side: 'AGENT', seq: 1 })

    expect(world.conversations['17']?.unread).toBe(0)
  })

  it('believes a typing notice for six seconds, and until the line comes', () => {
    const world = emptyWorld('3')
    put(world, conversation('17'))
    const author = { side: 'VISITOR' as const, id: '4', name: 'V' }
    apply(world, { type: 'typing', conversation: '17', author, typing: true }, 1000)
    expect(world.typing['17']?.until).toBe(7000)

    apply(world, message(1))
    expect(world.typing['17']).toBeUndefined()
  })
})

describe('attention', () => {
  const assigned = conversation('2', { version: 2 })

  it('is asked for once when a conversation comes to this agent', () => {
    const world = emptyWorld('3')
    const frame = { type: 'conversation' as const, change: 'assigned' as const, conversation: assigned }
    expect(calls(world, frame, false)).toHaveLength(1)

    apply(world, frame)
    expect(calls(world, frame, false)).toHaveLength(0)
  })

  it('is not asked for when it goes to somebody else', () => {
    const other = conversation('2', { agent: '9' })
    expect(calls(emptyWorld('3'), { type: 'conversation', change: 'assigned', conversation: other }, false)).toEqual([])
  })

  it('is asked for what came during a break, and not at the first welcome', () => {
    const world = emptyWorld('3')
    expect(calls(world, welcome({ mine: [assigned] }), true)).toEqual([])
    expect(calls(world, welcome({ mine: [assigned] }), false)).toHaveLength(1)
  })

  it('is asked for by a new line of the visitor, not by a repeated one or one’s own', () => {
    const world = emptyWorld('3')
    put(world, conversation('17', { lastSeq: 4 }))
    expect(calls(world, message(5), false)).toHaveLength(1)
    expect(calls(world, message(4), false)).toHaveLength(0)
    expect(calls(world, message(5, { author: { side: 'AGENT', id: '3', name: '' } }), false)).toHaveLength(0)
  })
})
