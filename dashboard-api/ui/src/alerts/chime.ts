let audio: AudioContext | null = null

/**
 * Two soft notes, made on the spot: heard across a room, and bearable the fiftieth time. Browsers
 * forbid sound until the page has been touched once.
 */
export function playChime(): void {
  if (!navigator.userActivation.hasBeenActive) return
  audio ??= new AudioContext()
  void audio.resume()
  note(audio, 659.25, 0)
  note(audio, 880, 0.18)
}

function note(context: AudioContext, hertz: number, delaySeconds: number): void {
  const start = context.currentTime + delaySeconds
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.type = 'sine'
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(0.22, start + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.7)
  tone.connect(volume).connect(context.destination)
  tone.start(start)
  tone.stop(start + 0.75)
}
