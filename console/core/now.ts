import { effect, signal } from '@preact/signals'
import { clock } from './data.js'

/** How far the server's clock is from this browser's, and whether it stands still. */
const offset = signal(0)
const frozenAt = signal<number | undefined>(undefined)

const tick = signal(Date.now())
setInterval(() => {
  if (document.visibilityState === 'visible') tick.value = Date.now()
}, 1000)

effect(() => {
  const read = clock.value.value
  if (read === undefined) return
  const now = new Date(read.now).getTime()
  offset.value = now - Date.now()
  frozenAt.value = read.frozen ? now : undefined
  tick.value = Date.now()
})

/** The server's time, or that of the application that is chosen, in milliseconds; it changes every second. */
export const serverNow = (): number => frozenAt.value ?? tick.value + offset.value

/** How far the clock is from the real time, in milliseconds. */
export const clockOffset = (): number => (frozenAt.value === undefined ? offset.value : frozenAt.value - tick.value)
