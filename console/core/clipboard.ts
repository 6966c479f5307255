import { announce } from './announce.js'

/** The clipboard's own API is not there on plain http, but on this machine. */
const copyBySelection = (text: string): boolean => {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'off-screen'
  document.body.append(area)
  const focused = document.activeElement
  area.select()
  const isDone = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isDone
}

/** Copies a text and says so. */
export const copy = async (text: string, what: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    if (!copyBySelection(text)) return announce(`${what} could not be copied: select it and copy it by hand`, 'bad')
  }
  announce(`${what} copied`)
}
