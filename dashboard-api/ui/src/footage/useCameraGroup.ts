import { onScopeDispose, reactive, ref, shallowRef, watch, type Ref } from 'vue'
import type { Span } from '@/api/footage'
import { serverNow } from '@/shared/serverClock'
import { chunkAround, holds, nextRecorded } from './chunks'
import { correctionFor } from './syncPlan'

/** What the group asks of one camera's screen. */
export interface CameraScreenApi {
  /** Wall clock of its picture; NaN without one. */
  wall(): number
  isReady(): boolean
  play(): void
  pause(): void
  seekWall(at: number): void
  step(frames: number): void
  setRate(rate: number): void
  /** Another speed for a moment, to catch up or fall back. */
  nudge(rate: number): void
}

export type CameraGroup = ReturnType<typeof useCameraGroup>

const SYNC_MILLIS = 400

/** So long a picture of before may still be on show after a seek: until then the goal is the moment. */
const SETTLE_MILLIS = 1500
const NEAR_MILLIS = 1000

/**
 * Several cameras shown as one: the first that has a picture leads, the others follow its clock. The
 * group loads the footage piece by piece and goes on by itself at the end of one.
 *
 * @param recorded what each camera recorded, to skip what none did
 */
export function useCameraGroup(recorded: Ref<ReadonlyMap<string, Span[]>>) {
  const screens = reactive(new Map<string, CameraScreenApi>())
  const chunk = shallowRef<Span | null>(null)
  const startAt = ref(Number.NaN)
  /** The moment on show. */
  const at = ref(Number.NaN)
  const playing = ref(false)
  const rate = ref(1)
  let sought = { to: Number.NaN, until: 0 }

  const all = () => [...screens.values()]
  const leader = () => all().find((screen) => screen.isReady())

  function attach(id: string, screen: CameraScreenApi | null): void {
    if (screen) screens.set(id, screen)
    else screens.delete(id)
  }

  function seek(to: number): void {
    at.value = to
    sought = { to, until: Date.now() + SETTLE_MILLIS }
    if (chunk.value && holds(chunk.value, to) && leader()) {
      all().forEach((screen) => screen.seekWall(to))
    } else {
      startAt.value = to
      chunk.value = chunkAround(to, serverNow())
    }
  }

  function play(): void {
    playing.value = true
    all().forEach((screen) => screen.play())
  }

  function pause(): void {
    playing.value = false
    all().forEach((screen) => screen.pause())
  }

  const toggle = () => (playing.value ? pause() : play())

  function step(frames: number): void {
    pause()
    leader()?.step(frames)
  }

  /** The end of the piece on show: on to whatever was recorded next. */
  function goOn(): void {
    const end = chunk.value?.to
    if (end === undefined) return
    const next = nextRecorded(recorded.value.values(), end)
    if (next === null) pause()
    else seek(next)
  }

  function keepTogether(): void {
    const leading = leader()
    const wall = leading?.wall() ?? Number.NaN
    if (!leading || Number.isNaN(wall)) return
    if (Date.now() < sought.until && Math.abs(wall - sought.to) > NEAR_MILLIS) return
    at.value = wall
    for (const screen of all()) {
      if (screen === leading || !screen.isReady()) continue
      const correction = correctionFor(screen.wall() - wall, rate.value)
      if (!playing.value || correction.kind === 'seek') screen.seekWall(wall)
      screen.nudge(correction.rate)
    }
  }

  watch(rate, (speed) => all().forEach((screen) => screen.setRate(speed)))
  const timer = setInterval(keepTogether, SYNC_MILLIS)
  onScopeDispose(() => clearInterval(timer))

  return { attach, chunk, startAt, at, playing, rate, seek, play, pause, toggle, step, goOn }
}
