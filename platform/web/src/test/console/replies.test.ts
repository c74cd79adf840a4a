import { describe, expect, it } from 'vitest'
import type { QuickReply } from '@/api/types'
import { askedFor, filled, matching } from '@/conversations/replies'
import { wordsOf } from '@/settings/words/words'

const reply = (shortcut: string, title = '', text = ''): QuickReply => ({
  id: shortcut,
  owner: null,
  team: null,
  shortcut,
  title,
  text,
  version: 1,
})

describe('quick replies', () => {
  it('are asked for by a slash at the beginning of a word', () => {
    expect(askedFor('/', 1)).toBe('')
    expect(askedFor('您好 /fah', 7)).toBe('fah')
    expect(askedFor('/fa and more', 3)).toBe('fa')
    expect(askedFor('and/or', 6)).toBeNull()
    expect(askedFor('https://x', 9)).toBeNull()
    expect(askedFor('/a b', 4)).toBeNull()
  })

  it('are found by shortcut first, then by what they say', () => {
    const all = [reply('bye', 'Hi there'), reply('hi'), reply('thanks', '', 'say hi')]
    expect(matching(all, 'hi').map(({ shortcut }) => shortcut)).toEqual(['hi', 'bye', 'thanks'])
    expect(matching(all, 'x')).toEqual([])
  })

  it('have their variables filled in, unknown ones stay', () => {
    expect(filled('{{customer.name}}您好，我是{{ agent.name }}，{{nobody}}', { 'customer.name': '林晓梅', 'agent.name': '张敏' })).toBe(
      '林晓梅您好，我是张敏，{{nobody}}',
    )
  })
})

describe('a list of words', () => {
  it('has one a line, each once', () => {
    expect(wordsOf('\uFEFFa\r\n b \n\na\n')).toEqual(['a', 'b'])
  })
})
