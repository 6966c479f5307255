import { signal } from '@preact/signals'

const key = 'mock-yoti-control-token'

// A browser may forbid a page to keep anything.
const read = (): string => {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

const keep = (value: string) => {
  try {
    if (value === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, value)
  } catch {
    // It is asked for again in the next tab.
  }
}

/** The server's `--control-token`; empty without one. Kept for this tab only: cookies would reach other local servers. */
export const token = signal(read())

/** Whether the server asks for a token that is not there, or for another one. */
export const isLocked = signal(false)

export const setToken = (value: string): void => {
  token.value = value
  keep(value)
}

/** Takes the token out of the address `/#token=…`, so that it is in no history and no screenshot. */
export const takeTokenFromAddress = (): void => {
  const [, given, rest = ''] = /^#token=([^&]*)&?(.*)$/s.exec(window.location.hash) ?? []
  if (given === undefined) return
  setToken(decodeURIComponent(given))
  history.replaceState(null, '', `${window.location.pathname}${window.location.search}#${rest || '/'}`)
}

/** The header that the control API asks for. */
export const authorization = (): Record<string, string> =>
  token.value === '' ? {} : { Authorization: `Bearer ${token.value}` }
