import { describe, expect, it } from 'vitest'
import { Windows } from '@/live/windows'
import { MemoryStore } from './fixtures'

function setUp() {
  const shared = new MemoryStore()
  const clock = { now: 1_000_000 }
  let names = 0
  const open = (own = new MemoryStore()) => ({
    own,
    window: new Windows(shared, own, () => clock.now, () => `w${++names}`),
  })
  return { shared, clock, open }
}

describe('several windows', () => {
  it('ring in one of them alone: the one that was looked at last', () => {
    const { open } = setUp()
    const [first, second] = [open().window, open().window]
    first.comeToFront()
    second.comeToFront()

    expect([first.isInFront(), second.isInFront()]).toEqual([false, true])
  })

  it('pass the front on when it is closed', () => {
    const { open } = setUp()
    const [first, second] = [open().window, open().window]
    second.comeToFront()
    second.leave()

    expect(first.isInFront()).toBe(true)
  })

  it('pass the front on when it has died', () => {
    const { open, clock } = setUp()
    const [first, second] = [open().window, open().window]
    second.comeToFront()
    clock.now += 91_000
    first.beat()

    expect(first.isInFront()).toBe(true)
  })

  it('keep their name over a reload', () => {
    const { open } = setUp()
    const before = open()
    before.window.leave()

    expect(open(before.own).window.name).toBe(before.window.name)
  })

  it('do not share a name when one was copied from another that lives', () => {
    const { open } = setUp()
    const before = open()
    const copy = new MemoryStore()
    before.own.entries.forEach((value, key) => copy.setItem(key, value))

    expect(open(copy).window.name).not.toBe(before.window.name)
  })

  it('adopt only from windows that are gone', () => {
    const { open, shared } = setUp()
    const [first, second] = [open().window, open().window]
    for (const { name } of [first, second]) shared.setItem(`outbox.${name}`, '[]')
    expect(first.orphans('outbox.')).toEqual([])

    second.leave()
    expect(first.orphans('outbox.')).toEqual([`outbox.${second.name}`])
  })
})
