import { describe, expect, it } from 'vitest'
import { readNotice, replaceYears } from './notice'

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

describe('readNotice', () => {
  it('reads the notice as it is published', () => {
    const notice = readNotice(NOTICE_2026)
    expect(notice.holidays).toEqual([
      '2026-01-01/2026-01-03',
      '2026-02-15/2026-02-23',
      '2026-04-04/2026-04-06',
      '2026-05-01/2026-05-05',
      '2026-10-01/2026-10-07',
    ])
    expect(notice.extraWorkdays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(notice.warnings).toEqual([])
  })

  it('spans months and years, and goes on with a month named before', () => {
    const notice = readNotice('2027年元旦：2026年12月31日至2027年1月2日放假。2月6日、20日上班。')
    expect(notice.holidays).toEqual(['2026-12-31/2027-01-02'])
    expect(notice.extraWorkdays).toEqual(['2027-02-06', '2027-02-20'])
  })

  it('says which sentence does not add up', () => {
    expect(readNotice('2026年国庆节：10月1日至7日放假，共8天。').warnings).toHaveLength(1)
  })

  it('reads calendar files, whose events end on the day after', () => {
    const event = (summary: string, from: string, to: string) =>
      `BEGIN:VEVENT\r\nSUMMARY:${summary}\r\nDTSTART;VALUE=DATE:${from}\r\nDTEND;VALUE=DATE:${to}\r\nEND:VEVENT\r\n`
    const notice = readNotice(
      `BEGIN:VCALENDAR\r\n${event('国庆节（休）', '20261001', '20261008')}${event('国庆节（班）', '20261010', '20261011')}END:VCALENDAR`,
    )
    expect(notice.holidays).toEqual(['2026-10-01/2026-10-07'])
    expect(notice.extraWorkdays).toEqual(['2026-10-10'])
  })

  it('reads tables, and names the lines it cannot read', () => {
    const notice = readNotice('2026-10-01,2026-10-07,休\n2026/10/10,班\n2026-13-01,休\n')
    expect(notice.holidays).toEqual(['2026-10-01/2026-10-07'])
    expect(notice.extraWorkdays).toEqual(['2026-10-10'])
    expect(notice.warnings).toEqual(['2026-13-01,休'])
  })

  it('replaces the years of the notice and leaves others', () => {
    const known = {
      holidays: ['2025-10-01/2025-10-08', '2026-01-01'],
      extraWorkdays: ['2026-01-05'],
    }
    const replaced = replaceYears(known, readNotice(NOTICE_2026))
    expect(replaced.holidays).toHaveLength(6)
    expect(replaced.holidays[0]).toBe('2025-10-01/2025-10-08')
    expect(replaced.extraWorkdays).not.toContain('2026-01-05')
  })
})
