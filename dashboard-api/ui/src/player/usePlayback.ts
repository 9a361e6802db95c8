import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'
import type { TimeMap } from './timeMap'

export const SPEEDS = [0.5, 1, 2, 4, 8, 16] as const

const FALLBACK_FRAME_SECONDS = 0.04

/** Playing, pausing, stepping and seeking by the wall clock. */
export function usePlayback(video: Ref<HTMLVideoElement | null>, timeMap: Ref<TimeMap>) {
  const playing = ref(false)
  const ended = ref(false)
  const rate = ref(1)
  const mediaTime = ref(0)
  let frameSeconds = FALLBACK_FRAME_SECONDS
  let listening: AbortController | null = null

  /** Wall clock of the picture on show. */
  const wall = computed(() => timeMap.value.wallAt(mediaTime.value))

  function listen(element: HTMLVideoElement): void {
    listening = new AbortController()
    const { signal } = listening
    const on = (type: string, action: () => void) =>
      element.addEventListener(type, action, { signal })
    on('play', () => (playing.value = true))
    on('pause', () => (playing.value = false))
    on('ended', () => (ended.value = true))
    on('timeupdate', () => (mediaTime.value = element.currentTime))
    on('seeking', () => {
      ended.value = false
      mediaTime.value = element.currentTime
    })
    // hls.js attaching a new source puts the element's own rate back to 1.
    on('loadeddata', () => (element.playbackRate = rate.value))
    followFrames(element, signal)
  }

  /** Frame by frame where the browser can, so that the clock shown is that of the picture shown. */
  function followFrames(element: HTMLVideoElement, signal: AbortSignal): void {
    if (!('requestVideoFrameCallback' in element)) return
    let last = 0
    const onFrame = (_: number, frame: VideoFrameCallbackMetadata) => {
      const step = frame.mediaTime - last
      if (step > 0.005 && step < 0.2 && element.playbackRate <= 1) frameSeconds = step
      last = frame.mediaTime
      mediaTime.value = frame.mediaTime
      if (!signal.aborted) element.requestVideoFrameCallback(onFrame)
    }
    element.requestVideoFrameCallback(onFrame)
  }

  function play(): void {
    // A browser that forbids it leaves the picture standing and the button there.
    video.value?.play().catch(() => {})
  }

  const pause = () => video.value?.pause()
  const toggle = () => (playing.value ? pause() : play())

  function seekMedia(seconds: number): void {
    const element = video.value
    if (!element) return
    const longest = Number.isFinite(element.duration) ? element.duration - 0.05 : seconds
    element.currentTime = Math.max(0, Math.min(seconds, longest))
  }

  const seekWall = (at: number) => seekMedia(timeMap.value.mediaAt(at))

  const seekBy = (seconds: number) => seekMedia((video.value?.currentTime ?? 0) + seconds)

  function step(frames: number): void {
    pause()
    seekBy(frames * frameSeconds)
  }

  /** One notch faster (+1) or slower (-1). */
  function changeSpeed(notches: number): void {
    const at = SPEEDS.findIndex((speed) => speed === rate.value) + notches
    rate.value = SPEEDS[Math.max(0, Math.min(at, SPEEDS.length - 1))] ?? 1
  }

  watch(rate, (value) => {
    if (video.value) video.value.playbackRate = value
  })
  watch(
    video,
    (element) => {
      listening?.abort()
      if (element) listen(element)
    },
    { immediate: true },
  )
  onScopeDispose(() => listening?.abort())

  return { playing, ended, rate, wall, play, pause, toggle, seekWall, seekBy, step, changeSpeed }
}
