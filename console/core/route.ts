import { computed, signal } from '@preact/signals'

/** What is shown: all of it is in the fragment of the address, so that a link says it and the server never learns it. */
export type Route = {
  /** `requests`; empty on the overview. */
  readonly page: string
  /** `#/sessions/ID`: the id. */
  readonly id: string | undefined
  readonly query: URLSearchParams
}

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const parse = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [page = '', ...id] = path.split('/')
  return {
    page,
    id: id.length === 0 || id[0] === '' ? undefined : decode(id.join('/')),
    query: new URLSearchParams(query),
  }
}

const hash = signal(window.location.hash)
window.addEventListener('hashchange', () => {
  hash.value = window.location.hash
})

export const route = computed(() => parse(hash.value))

type Query = Readonly<Record<string, string | number | undefined>>

/** The address of a page; parameters without a value are left out. */
export const linkTo = (page: string, id?: string, query: Query = {}): string => {
  // The application that is chosen goes along.
  const app = route.value.query.get('app') ?? undefined
  const given = Object.entries({ app, ...query }).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  const path = id === undefined ? page : `${page}/${encodeURIComponent(id)}`
  return `#/${path}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`
}

/** The address of this page with some parameters changed; those without a value are left out. */
export const linkWith = (changes: Query): string => {
  const { page, id, query } = route.value
  return linkTo(page, id, { ...Object.fromEntries(query), ...changes })
}

/** Goes to an address of {@link linkTo}. What is typed into a filter makes no entry in the history. */
export const go = (link: string, replace = false): void => {
  if (replace) history.replaceState(null, '', link)
  else history.pushState(null, '', link)
  hash.value = link
}

/** A parameter of the address; empty without one. */
export const parameter = (name: string): string => route.value.query.get(name) ?? ''
