import { describe, expect, it } from 'vitest'
import { ceiling, csv, line } from '@/settings/trials/chart'
import { asked, nobody } from '@/settings/trials/supposed'

describe('a supposed visitor', () => {
  it('leaves out what nobody typed', () => {
    expect(asked(nobody('team-1'), null)).toEqual({ entryPoint: 'team-1', channel: 'web', language: 'zh-CN' })
  })

  it('is told with numbers, tags and a campaign', () => {
    const form = { ...nobody('team-1'), cart: '99.5', orders: '3', tags: 'loud，polite, ', campaign: ' spring ', waited: '10' }

    expect(asked(form, ['load'])).toEqual({
      entryPoint: 'team-1',
      channel: 'web',
      language: 'zh-CN',
      cart: 99.5,
      orders: 3,
      tags: ['loud', 'polite'],
      utm: { campaign: 'spring' },
      waitedSeconds: 10,
      strategies: ['load'],
    })
  })

  it('keeps a plan without strategies apart from none', () => {
    expect(asked(nobody('team-1'), [])).toHaveProperty('strategies', [])
  })
})

describe('a chart', () => {
  it('ends at a round number', () => {
    expect([0, 1, 3, 7, 11, 49, 120, 501].map(ceiling)).toEqual([1, 1, 5, 10, 20, 50, 200, 1000])
  })

  it('draws from the foot', () => {
    expect(line([0, 5, 10], 10, 100, 50)).toBe('0,50 50,25 100,0')
  })

  it('is saved as CSV that no spreadsheet reckons with', () => {
    expect(csv([['name', 'n'], ['=A1', 2], ['a,"b"', -3]])).toBe('name,n\r\n\'=A1,2\r\n"a,""b""",-3')
  })
})
