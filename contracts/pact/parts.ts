import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomIds } from '../../server/base/ids.js'

/**
 * Where interactions wait until a run is over: one folder for each, so that no two processes and no two tests ever write
 * the same file. pact-js loses interactions when they do.
 */
const partsFolder = (dir: string) => join(dir, '.parts')

const ledgerName = 'expected.json'
const failedName = 'failed'

/** A folder that is not ready to be read. */
const unready = '.new'

/** A folder that an earlier run of the same process has left, in watch mode. */
const earlier = '.earlier'

/** What an interaction is known by, before pact-js has written it. */
export type Expected = { readonly consumer: string; readonly provider: string; readonly description: string }

type GivenState = { readonly name: string; readonly params?: Readonly<Record<string, unknown>> | null }

/** An interaction of a pact file, as far as the kit looks into it. */
export type Interaction = {
  readonly description: string
  /** Of a pact of version 4. */
  readonly type?: string
  readonly providerStates?: readonly GivenState[] | null
  /** Before version 3 of the specification. */
  readonly providerState?: string | null
  /** The name of the same in the oldest pacts. */
  readonly provider_state?: string | null
  readonly request?: { readonly method?: string; readonly path?: string }
}

export type PactFile = {
  readonly consumer: { readonly name: string }
  readonly provider: { readonly name: string }
  readonly interactions: readonly Interaction[]
  readonly metadata?: { readonly pactSpecification?: { readonly version?: string } }
}

/** What a report looks into, of a pact of any version. */
export type AnyPact = Pick<PactFile, 'consumer' | 'interactions'>

/** One interaction's folder after the run. */
export type Part = {
  readonly dir: string
  readonly expected: Expected
  readonly failed: boolean
  readonly pact?: PactFile
}

/** A folder for one interaction, with a note of what is to be written there. */
export type OpenPart = {
  readonly dir: string
  readonly fail: () => void
  readonly read: () => Promise<Part>
  readonly remove: () => void
}

const pactName = ({ consumer, provider }: Expected) => `${consumer}-${provider}.json`

/** @throws SyntaxError when the text is not JSON */
export const parsePact = (text: string): PactFile => JSON.parse(text) as PactFile // pact files have a specification

/** What was written, as far as it is a pact: a test that ran out of time may leave half a file. */
const findPact = async (file: string): Promise<PactFile | undefined> => {
  try {
    return parsePact(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

const readPart = async (dir: string): Promise<Part> => {
  const names = await readdir(dir)
  // Written below, by this very file.
  const expected = JSON.parse(await readFile(join(dir, ledgerName), 'utf8')) as Expected
  const pact = await findPact(join(dir, pactName(expected)))
  return { dir, expected, failed: names.includes(failedName), ...(pact && { pact }) }
}

/** Notes what is to be written at once: a test that nobody waits for has noted it too. */
export const openPart = (dir: string, expected: Expected): OpenPart => {
  const part = join(partsFolder(dir), randomIds.random())
  mkdirSync(`${part}${unready}`, { recursive: true })
  writeFileSync(join(`${part}${unready}`, ledgerName), JSON.stringify(expected))
  renameSync(`${part}${unready}`, part)
  return {
    dir: part,
    fail: () => writeFileSync(join(part, failedName), ''),
    read: () => readPart(part),
    remove: () => rmSync(part, { recursive: true, force: true }),
  }
}

const keyOf = ({ consumer, provider, description }: Expected) => JSON.stringify([consumer, provider, description])

const readAll = async (dir: string): Promise<Part[]> => {
  const names = (await readdir(partsFolder(dir)).catch(() => [])).filter((name) => !name.endsWith(unready))
  return Promise.all(names.map((name) => readPart(join(partsFolder(dir), name))))
}

/** Those of the latest run, and those of earlier ones that it has none of its own for. */
const latestOf = (parts: readonly Part[]): Part[] => {
  const now = new Set(parts.filter((part) => !part.dir.endsWith(earlier)).map(({ expected }) => keyOf(expected)))
  return parts.filter((part) => !part.dir.endsWith(earlier) || !now.has(keyOf(part.expected)))
}

/** Every part that a run has left. */
export const readParts = async (dir: string): Promise<Part[]> => latestOf(await readAll(dir))

/** Before tests run again in this process: what they write takes the place of what is there. */
export const beginRerun = async (dir: string): Promise<void> => {
  const all = await readAll(dir)
  const latest = latestOf(all)
  for (const part of all.filter((one) => !latest.includes(one))) await rm(part.dir, { recursive: true, force: true })
  for (const { dir: folder } of latest.filter((part) => !part.dir.endsWith(earlier)))
    await rename(folder, `${folder}${earlier}`)
}

export const removeParts = (dir: string): Promise<void> => rm(partsFolder(dir), { recursive: true, force: true })

/** Why a part does not hold what was expected; nothing when it does. */
export const lossOf = ({ expected, failed, pact }: Part): string | undefined => {
  const { description } = expected
  if (failed) return `'${description}' failed`
  if (pact === undefined) return `'${description}' was not written`
  return pact.interactions.some((interaction) => interaction.description === description)
    ? undefined
    : `'${description}' is not in the file that was written for it`
}
