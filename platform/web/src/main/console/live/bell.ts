/** Rings through Web Audio: two rising tones for a new conversation, a soft one for a message. */
let audio: AudioContext | null = null

const TONES = {
  assigned: [
    { at: 0, hertz: 660, for: 0.14, loud: 0.22 },
    { at: 0.15, hertz: 880, for: 0.28, loud: 0.22 },
  ],
  message: [{ at: 0, hertz: 740, for: 0.16, loud: 0.1 }],
} as const

/** Browsers let a page sound only after the person has done something on it: called then. */
export function unlockBell() {
  audio ??= new AudioContext()
  void audio.resume()
}

export function ring(kind: keyof typeof TONES) {
  if (audio?.state !== 'running') return
  for (const tone of TONES[kind]) play(audio, tone)
}

function play(to: AudioContext, tone: { at: number; hertz: number; for: number; loud: number }) {
  const begin = to.currentTime + tone.at
  const voice = to.createOscillator()
  const volume = to.createGain()
  voice.type = 'sine'
  voice.frequency.value = tone.hertz
  volume.gain.setValueAtTime(0, begin)
  volume.gain.linearRampToValueAtTime(tone.loud, begin + 0.01)
  volume.gain.exponentialRampToValueAtTime(0.0001, begin + tone.for)
  voice.connect(volume).connect(to.destination)
  voice.start(begin)
  voice.stop(begin + tone.for)
}
