// The pacts that contract tests have just written, and those that are committed.
import { readdir, readFile } from 'node:fs/promises'
import { env } from 'node:process'

export const written = new URL('../.cache/pacts/', import.meta.url)
export const committed = new URL('../contracts/pacts/', import.meta.url)

export const namesIn = async (folder) =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort()

/** Each has the list of all documents that Yoti supports: thousands of lines. */
const withSupportedDocuments =
  /^(getSupportedDocuments|getSessionConfiguration answers get-session-configuration-at-home)/

/**
 * The part of a pact that is committed: of the results those that a decision depends on, and no copies of the list of
 * supported documents. The tests write the others too: megabytes of them document nothing.
 */
export const committedPart = async (pact) => {
  const { resultShapes } = await import('mock-yoti/pact')
  const decisions = new Set(resultShapes.group('decisions').map(({ id }) => id))
  const isKept = ({ description }) => {
    if (withSupportedDocuments.test(description)) return false
    const [, id] = /^getSession answers ([^,]+)/.exec(description) ?? []
    return id === undefined || decisions.has(id)
  }
  return { ...pact, interactions: pact.interactions.filter(isKept) }
}

/** What consumers expect; the metadata name the versions of Pact, which differ from one Node.js to the next. */
const expectationsOf = async (folder, name) => {
  const text = await readFile(new URL(name, folder), 'utf8').catch(() => '{"interactions":[]}')
  const { metadata: _versions, ...pact } = JSON.parse(text)
  return JSON.stringify(await committedPart(pact))
}

/** Committed pacts that no test writes any more. */
export const leftover = async (below) => {
  const names = await namesIn(new URL(below, written))
  return (await namesIn(new URL(below, committed))).filter((name) => !names.includes(name))
}

/**
 * @param below the folder below both, with its slash at the end
 * @throws Error naming the pacts in contracts/pacts that are not what the contract tests have just written
 */
export const comparePacts = async (below = '') => {
  if (env['UPDATE_PACTS'] === 'true') return
  const names = await namesIn(new URL(below, written))
  // Who runs one file of tests writes one pact.
  const left = env['CI'] === 'true' ? await leftover(below) : []
  const stale = left.map((name) => `${below}${name} (nobody writes it)`)
  for (const name of names)
    if ((await expectationsOf(written, below + name)) !== (await expectationsOf(committed, below + name)))
      stale.push(below + name)
  if (stale.length > 0)
    throw new Error(`Stale in contracts/pacts: ${stale.join(', ')}. Run 'npm run pacts' and commit what it changes`)
}
