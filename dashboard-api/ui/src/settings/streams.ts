import type { ProbeFinding } from '@/api/sitePlan'

type Stream = NonNullable<ProbeFinding['stream']>

const NAMES: Record<string, string> = { h264: 'H.264', hevc: 'H.265' }

/** What a camera's clock may be off before its overlay misleads whoever reads it. */
const CLOCK_SECONDS = 5

export const codecOf = (codec: string) => NAMES[codec] ?? codec

/** Browsers play H.264 without exception; H.265 is made playable on demand. */
export const playsEverywhere = (codec: string) => codec === 'h264'

/** `2.0 s`; null where key frames are rarer than was looked. */
export const keyFramesOf = ({ keyFrameSeconds }: Stream) =>
  keyFrameSeconds === null ? null : `${keyFrameSeconds.toFixed(1)} s`

/** `+0.3 s`; null where the camera does not tell its time. */
export function clockOf({ clockAheadSeconds }: Stream): string | null {
  if (clockAheadSeconds === null) return null
  return `${clockAheadSeconds < 0 ? '−' : '+'}${Math.abs(clockAheadSeconds).toFixed(1)} s`
}

export const isClockOff = ({ clockAheadSeconds }: Stream) =>
  clockAheadSeconds !== null && Math.abs(clockAheadSeconds) > CLOCK_SECONDS
