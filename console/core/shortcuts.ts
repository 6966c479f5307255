import { signal } from '@preact/signals'
import { go, linkTo, linkWith, parameter } from './route.js'

const key = 'mock-yoti-shortcuts'

const read = () => {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

/** Whether single keys do something: WCAG 2.1.4 has them switched off. */
export const areOn = signal(read())
export const isHelpOpen = signal(false)

export const switchShortcuts = (on: boolean): void => {
  areOn.value = on
  try {
    localStorage.setItem(key, on ? 'on' : 'off')
  } catch {
    // They are on again in the next tab.
  }
}

/** Where `g` and a letter go. */
export const places: Readonly<Record<string, readonly [string, string]>> = {
  o: ['', 'Overview'],
  s: ['sessions', 'Sessions'],
  r: ['requests', 'Requests'],
  w: ['webhooks', 'Webhooks'],
  n: ['scenarios', 'Scenarios'],
  f: ['faults', 'Faults'],
  c: ['clock', 'Clock'],
  a: ['applications', 'Applications'],
  k: ['contracts', 'Contracts'],
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

const rowLinks = () => [...document.querySelectorAll<HTMLElement>('[data-row] a.row-link')]

const moveRow = (by: number) => {
  const links = rowLinks()
  const row = document.activeElement?.closest('[data-row]')
  const at = links.findIndex((link) => row?.contains(link) === true)
  const selected = links.findIndex((link) => link.closest('[aria-current]') !== null)
  const from = at === -1 ? (selected === -1 ? (by > 0 ? -1 : links.length) : selected) : at
  const next = links[Math.min(Math.max(from + by, 0), links.length - 1)]
  next?.focus()
  // With something open beside the list, the list leads on to the next.
  if (parameter('sel') !== '') next?.click()
}

let isAfterG = false

const press = (event: KeyboardEvent, actions: Readonly<Record<string, () => void>>): boolean => {
  if (isAfterG) {
    isAfterG = false
    const place = places[event.key]
    if (place === undefined) return false
    go(linkTo(place[0]))
    return true
  }
  switch (event.key) {
    case 'g':
      isAfterG = true
      setTimeout(() => {
        isAfterG = false
      }, 1500)
      return true
    case 'j':
      moveRow(1)
      return true
    case 'k':
      moveRow(-1)
      return true
    case '?':
      isHelpOpen.value = true
      return true
    case '/': {
      const search = document.querySelector<HTMLElement>('.search')
      search?.focus()
      return search !== null
    }
    default: {
      const action = actions[event.key]
      action?.()
      return action !== undefined
    }
  }
}

/** @param actions what other single keys do */
export const listenToKeys = (actions: Readonly<Record<string, () => void>>, close: () => void): void => {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog[open]') !== null) return
    if (event.key === 'Escape' && parameter('sel') !== '') {
      event.preventDefault()
      close()
      return
    }
    const isInRow = event.target instanceof HTMLElement && event.target.closest('[data-row]') !== null
    if (isInRow && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      moveRow(event.key === 'ArrowDown' ? 1 : -1)
      return
    }
    if (!areOn.value || isTyping(event.target)) return
    if (press(event, actions)) event.preventDefault()
  })
}

/** The address of a row's detail. */
export const select = (id: string | number): string => linkWith({ sel: id })
