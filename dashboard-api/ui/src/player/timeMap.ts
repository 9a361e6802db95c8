/** A run of footage: media time and wall clock go on together through it. */
export interface Stretch {
  /** Seconds on the video element's time line. */
  mediaStart: number
  /** Wall clock of its first picture, epoch milliseconds. */
  wallStart: number
  seconds: number
}

/** What hls.js knows of one segment of the playlist. */
export interface Fragment {
  start: number
  duration: number
  programDateTime: number | null
}

/** Segments closer than this belong together: names and sample times are cut to milliseconds. */
const JOIN_MILLIS = 250

/**
 * Between the video's own time line, which knows no gaps, and the wall clock, which has them: footage
 * that was never recorded takes no media time, but it must show.
 */
export class TimeMap {
  private constructor(readonly stretches: readonly Stretch[]) {}

  static of(fragments: readonly Fragment[]): TimeMap {
    const stretches: Stretch[] = []
    for (const { start, duration, programDateTime } of fragments) {
      if (programDateTime === null) continue
      const last = stretches.at(-1)
      if (last && Math.abs(programDateTime - endOf(last)) <= JOIN_MILLIS) {
        last.seconds = start + duration - last.mediaStart
      } else {
        stretches.push({ mediaStart: start, wallStart: programDateTime, seconds: duration })
      }
    }
    return new TimeMap(stretches)
  }

  get isEmpty(): boolean {
    return this.stretches.length === 0
  }

  /** The wall clock shown at a media time; before the first picture it counts as the first. */
  wallAt(mediaSeconds: number): number {
    const stretch = this.stretches.findLast((one) => one.mediaStart <= mediaSeconds + 1e-3)
    const in_ = stretch ?? this.stretches[0]
    if (!in_) return Number.NaN
    const into = Math.min(Math.max(0, mediaSeconds - in_.mediaStart), in_.seconds)
    return in_.wallStart + into * 1000
  }

  /** Where to seek for a wall-clock time; in a gap, the first picture after it. */
  mediaAt(wallMillis: number): number {
    const stretch = this.stretches.find((one) => wallMillis < endOf(one))
    const last = this.stretches.at(-1)
    if (!stretch) return last ? Math.max(last.mediaStart, last.mediaStart + last.seconds - 0.1) : 0
    return stretch.mediaStart + Math.max(0, wallMillis - stretch.wallStart) / 1000
  }

  /** Holes inside `from`..`to` that no footage covers, in order. */
  gaps(from: number, to: number): { from: number; to: number }[] {
    const gaps: { from: number; to: number }[] = []
    let covered = from
    for (const stretch of this.stretches) {
      if (stretch.wallStart - covered > JOIN_MILLIS) {
        gaps.push({ from: covered, to: Math.min(stretch.wallStart, to) })
      }
      covered = Math.max(covered, endOf(stretch))
    }
    if (to - covered > JOIN_MILLIS) gaps.push({ from: covered, to })
    return gaps
  }
}

function endOf(stretch: Stretch): number {
  return stretch.wallStart + stretch.seconds * 1000
}
