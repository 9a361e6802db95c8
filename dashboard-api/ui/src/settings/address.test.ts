import { describe, expect, it } from 'vitest'
import { keeperOf, putTogether, secondStreamOf, takeApart, typedUser } from './address'

describe('address', () => {
  it('keeps user and password apart from the place', () => {
    const { place, user } = takeApart('rtsp://{VAULT_1_USER}:{VAULT_1_PASSWORD}@10.0.0.1:554/a?b=1')
    expect(place).toBe('rtsp://10.0.0.1:554/a?b=1')
    expect(keeperOf(user)).toBe('vault')
    expect(putTogether(place, user)).toBe(
      'rtsp://{VAULT_1_USER}:{VAULT_1_PASSWORD}@10.0.0.1:554/a?b=1',
    )
  })

  it('encodes what would be taken for syntax', () => {
    expect(putTogether('rtsp://10.0.0.1/a', typedUser('me', 'p@ss/{X}'))).toBe(
      'rtsp://me:p%40ss%2F%7BX%7D@10.0.0.1/a',
    )
  })

  it('lets half an address be typed', () => {
    expect(takeApart('rts')).toEqual({ place: 'rts', user: '' })
    expect(putTogether('rts', 'a:b')).toBe('rts')
    expect(keeperOf('')).toBe('none')
  })
})

describe('secondStreamOf', () => {
  it('knows how makes name their second streams', () => {
    expect(secondStreamOf('rtsp://h/Streaming/Channels/101')).toBe(
      'rtsp://h/Streaming/Channels/102',
    )
    expect(secondStreamOf('rtsp://h/cam/realmonitor?channel=1&subtype=0')).toBe(
      'rtsp://h/cam/realmonitor?channel=1&subtype=1',
    )
    expect(secondStreamOf('rtsp://h/media/video1')).toBe('rtsp://h/media/video2')
    expect(secondStreamOf('rtsp://h/h264/ch1/main/av_stream')).toBe(
      'rtsp://h/h264/ch1/sub/av_stream',
    )
    expect(secondStreamOf('rtsp://h/live')).toBeNull()
  })
})
