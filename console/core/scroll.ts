import { signal } from '@preact/signals'

/** Whether the reader is at the top of the page, where new rows may enter. */
export const isAtTop = signal(true)

window.addEventListener(
  'scroll',
  () => {
    isAtTop.value = window.scrollY < 80
  },
  { passive: true },
)
