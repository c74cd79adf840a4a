import { describe, expect, it } from 'vitest'
import { changes } from '@/settings/forms/forms'
import { readRules, writeRules } from '@/settings/forms/rules'
import { difference } from '@/settings/routing/chain'

describe('rules of the source', () => {
  it('are read and written as they are', () => {
    const setting = '[{"name":"VIP","all":[{"fact":"level","operator":"is","value":"VIP"}],"team":"2","priority":5}]'
    expect(writeRules(readRules(setting))).toBe(setting)
  })

  it('keep the priority 0, which is one', () => {
    expect(writeRules(readRules('[{"name":"a","any":[],"priority":0}]'))).toBe('[{"name":"a","priority":0}]')
  })

  it('are none where the setting is none of ours', () => {
    expect(readRules('')).toEqual([])
    expect(readRules('{')).toEqual([])
    expect(readRules('{"a":1}')).toEqual([])
  })
})

describe('changes of a form', () => {
  const field = (id: string, value: string, usual: string) => ({
    id,
    kind: 'TEXT' as const,
    name: { zhCn: id, en: id },
    description: null,
    value,
    usual,
    least: null,
    most: null,
    options: [],
  })

  it('are what differs, and nothing for what is as usual again', () => {
    const fields = [field('a', '1', '1'), field('b', '2', '1'), field('c', '3', '1')]
    expect(changes(fields, { a: '1', b: '1', c: '4' })).toEqual({ b: '', c: '4' })
  })
})

describe('the history of a plan', () => {
  it('tells who came, who went and whether the rest changed places', () => {
    expect(difference(['a', 'b', 'c'], ['c', 'a', 'd'])).toEqual({ added: ['d'], removed: ['b'], reordered: true })
    expect(difference(['a', 'b', 'c'], ['a', 'c'])).toEqual({ added: [], removed: ['b'], reordered: false })
  })
})
