import { signal } from '@preact/signals'

export type Notice = { readonly text: string; readonly tone: 'ok' | 'bad'; readonly key: number }

/** What was last said, shown for some seconds and read out by screen readers. */
export const notice = signal<Notice | undefined>(undefined)

let count = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Says that something was done or failed. What failed stays until it is dismissed. */
export const announce = (text: string, tone: Notice['tone'] = 'ok'): void => {
  count += 1
  notice.value = { text, tone, key: count }
  clearTimeout(timer)
  if (tone === 'ok') timer = setTimeout(() => dismiss(), 4000)
}

export const dismiss = (): void => {
  notice.value = undefined
}
