import { describe, expect, it } from 'vitest'
import { byActivity } from '@/conversations/lists'
import { SettledOrder } from '@/live/settled-order'
import { dropIndex, moved, same } from '@/settings/routing/chain'
import { conversation } from './fixtures'

describe('a settled order', () => {
  it('follows the updates while nobody is in the list', () => {
    const order = new SettledOrder()
    order.update(['1', '2'])
    order.update(['2', '1'])

    expect(order.ids).toEqual(['2', '1'])
  })

  it('moves nothing while it is held, and counts what has come', () => {
    const order = new SettledOrder()
    order.update(['1', '2'])
    order.hold()
    order.update(['3', '2', '1', '4'])

    expect(order.ids).toEqual(['1', '2'])
    expect(order.fresh).toBe(2)
  })

  it('keeps the place of a row that is gone until it is let go', () => {
    const order = new SettledOrder()
    order.update(['1', '2', '3'])
    order.hold()
    order.update(['1', '3'])
    expect(order.ids).toEqual(['1', '2', '3'])

    order.release()
    expect(order.ids).toEqual(['1', '3'])
    expect(order.fresh).toBe(0)
  })

  it('shows the new rows in place when asked, though still held', () => {
    const order = new SettledOrder()
    order.update(['1'])
    order.hold()
    order.update(['2', '1'])
    order.settle()

    expect(order.ids).toEqual(['2', '1'])
    expect(order.held).toBe(true)
  })

  it('fills an empty list at once', () => {
    const order = new SettledOrder()
    order.hold()
    order.update(['1'])

    expect(order.ids).toEqual(['1'])
  })
})

describe('my conversations', () => {
  it('stand in order of the last line, or of assignment where nobody has written', () => {
    const last = (at: string) => ({ side: 'VISITOR' as const, text: '', at })
    const list = [
      conversation('1', { last: last('2026-11-21T08:00:10Z') }),
      conversation('2', { assignedAt: '2026-11-21T08:00:20Z' }),
      conversation('3', { last: last('2026-11-21T08:00:30Z') }),
    ]

    expect(byActivity(list)).toEqual(['3', '2', '1'])
  })
})

describe('a chain of strategies', () => {
  it('moves one up or down and keeps the others in order', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a'])
  })

  it('is the same only in the same order', () => {
    expect(same(['a', 'b'], ['a', 'b'])).toBe(true)
    expect(same(['a', 'b'], ['b', 'a'])).toBe(false)
    expect(same(['a'], ['a', 'b'])).toBe(false)
  })

  it('drops before the row in whose upper half the pointer is', () => {
    const rows = [{ top: 0, height: 40 }, { top: 40, height: 40 }]
    expect([10, 30, 50, 70, 200].map((y) => dropIndex(rows, y))).toEqual([0, 1, 1, 2, 2])
  })
})
