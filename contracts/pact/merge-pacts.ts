import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assertKnownNames } from '../../server/base/known-names.js'
import { isFromKit } from './kit-interaction.js'
import { type Interaction, lossOf, type PactFile, type Part, parsePact, readParts, removeParts } from './parts.js'

/** What became of a pact. */
export type WrittenPact = {
  readonly file: string
  readonly interactions: number
  /** How many of them pact-js has written without the kit. */
  readonly own: number
  /** Of a run that left tests out: how many interactions of the last full one it lacks. Then the file stays as it was. */
  readonly lacks: number
}

export type MergeOptions = {
  /** Whether the run left tests out; a fuller pact stays then. */
  readonly isPartial?: boolean
}

const byDescription = (a: Interaction, b: Interaction) => (a.description < b.description ? -1 : 1)

const joinInteractions = (pacts: readonly PactFile[]): Interaction[] => {
  const found = new Map<string, Interaction>()
  for (const interaction of pacts.flatMap(({ interactions }) => interactions)) {
    const earlier = found.get(interaction.description)
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(interaction))
      throw new Error(
        `'${interaction.description}' was expected twice, and not alike. Give one of the two a name: expects(shape, { as: '…' })`,
      )
    found.set(interaction.description, interaction)
  }
  return [...found.values()]
}

/** The pact that is there already: of an earlier run, of pact-js itself, or of both. */
const findPact = async (file: string): Promise<PactFile | undefined> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  try {
    const pact = text === undefined ? undefined : parsePact(text)
    return Array.isArray(pact?.interactions) ? pact : undefined
  } catch {
    return undefined
  }
}

/** What pact-js has written without the kit. @throws Error where the two cannot stand in one file */
const ownInteractions = (file: string, { interactions, metadata }: PactFile): readonly Interaction[] => {
  const own = interactions.filter((interaction) => !isFromKit(interaction))
  const version = metadata?.pactSpecification?.version ?? '4.0'
  if (own.length > 0 && !version.startsWith('4'))
    throw new Error(
      `${file} has interactions of your own in version ${version} of the specification, and the kit writes version 4. Write yours with PactV4, or give the kit another dir`,
    )
  return own
}

type Joined = { readonly file: string; readonly pact: PactFile; readonly own: number; readonly lacks: number }

const joinWithFile = async (file: string, parts: readonly Part[]): Promise<Joined | undefined> => {
  const pacts = parts.flatMap(({ pact }) => pact ?? [])
  const [first] = pacts
  if (first === undefined) return undefined
  const written = joinInteractions(pacts)
  const there = await findPact(file)
  const own = there === undefined ? [] : ownInteractions(file, there)
  const descriptions = new Set(written.map(({ description }) => description))
  const lacking = (there?.interactions ?? []).filter((one) => isFromKit(one) && !descriptions.has(one.description))
  const interactions = [...written, ...own].sort(byDescription)
  return { file, pact: { ...first, interactions }, own: own.length, lacks: lacking.length }
}

/** How many losses a message lists: the runner has told each failing test before. */
const listed = 10

const shortened = (losses: readonly string[]) =>
  losses.length <= listed ? losses : [...losses.slice(0, listed), `and ${losses.length - listed} more`]

/** Whole or not at all: nobody ever reads half a file. */
const replaceFile = async (file: string, text: string) => {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

const partsByFile = (dir: string, parts: readonly Part[]) => {
  const files = new Map<string, Part[]>()
  for (const part of parts) {
    const file = join(dir, `${part.expected.consumer}-${part.expected.provider}.json`)
    files.set(file, [...(files.get(file) ?? []), part])
  }
  return [...files]
}

/**
 * Joins what the processes of a run have written to one pact for each consumer and provider. Interactions that pact-js
 * has written into the same file without the kit stay in it.
 * @param dir the folder of the pacts
 * @param judge looks at every pact before any is written, and throws when it is not to be
 * @returns the pacts that were written, with how many interactions each has
 * @throws Error when an interaction failed, was lost or contradicts another; then no pact is written
 */
export const mergePacts = async (
  dir = 'pacts',
  judge?: (file: string, pact: PactFile) => void,
  options: MergeOptions = {},
): Promise<WrittenPact[]> => {
  assertKnownNames(options, ['isPartial'], 'the options of mergePacts')
  const { isPartial = false } = options
  const parts = await readParts(dir)
  const losses = parts.flatMap((part) => lossOf(part) ?? [])
  if (losses.length > 0)
    throw new Error(
      `${losses.length} of ${parts.length} expected interactions are missing, so no pact was written:\n  ${shortened(losses).join('\n  ')}`,
    )
  const joined: Joined[] = []
  for (const [file, own] of partsByFile(dir, parts)) {
    const one = await joinWithFile(file, own)
    if (one !== undefined) joined.push(one)
  }
  for (const { file, pact } of joined) judge?.(file, pact)
  await mkdir(dir, { recursive: true })
  for (const { file, pact, lacks } of joined)
    if (!isPartial || lacks === 0) await replaceFile(file, `${JSON.stringify(pact, null, 2)}\n`)
  await removeParts(dir)
  return joined.map(({ file, pact, own, lacks }) => ({
    file,
    interactions: pact.interactions.length,
    own,
    lacks: isPartial ? lacks : 0,
  }))
}
