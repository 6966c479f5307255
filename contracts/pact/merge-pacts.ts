import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Interaction, lossOf, type PactFile, type Part, readParts, removeParts } from './parts.js'

/** A pact that was written. */
export type WrittenPact = { readonly file: string; readonly interactions: number }

const joinInteractions = (pacts: readonly PactFile[]): Interaction[] => {
  const byDescription = new Map<string, Interaction>()
  for (const interaction of pacts.flatMap(({ interactions }) => interactions)) {
    const earlier = byDescription.get(interaction.description)
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(interaction))
      throw new Error(
        `'${interaction.description}' was expected twice, and not alike. Give one of the two a name: expects(shape, { as: '…' })`,
      )
    byDescription.set(interaction.description, interaction)
  }
  return [...byDescription.values()].sort((a, b) => (a.description < b.description ? -1 : 1))
}

const joinParts = (parts: readonly Part[]): PactFile | undefined => {
  const pacts = parts.flatMap(({ pact }) => pact ?? [])
  const [first] = pacts
  return first && { ...first, interactions: joinInteractions(pacts) }
}

/** Whole or not at all: nobody ever reads half a file. */
const replaceFile = async (file: string, text: string) => {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

/**
 * Joins what the processes of a run have written to one pact for each consumer and provider.
 * @param dir the folder of the pacts
 * @param judge looks at every pact before any is written, and throws when it is not to be
 * @returns the pacts that were written, with how many interactions each has
 * @throws Error when an interaction failed, was lost or contradicts another; then no pact is written
 */
export const mergePacts = async (
  dir = 'pacts',
  judge?: (file: string, pact: PactFile) => void,
): Promise<WrittenPact[]> => {
  const parts = await readParts(dir)
  const losses = parts.flatMap((part) => lossOf(part) ?? [])
  const pairs = new Map<string, Part[]>()
  for (const part of parts) {
    const name = `${part.expected.consumer}-${part.expected.provider}.json`
    pairs.set(name, [...(pairs.get(name) ?? []), part])
  }
  if (losses.length > 0)
    throw new Error(
      `${losses.length} of ${parts.length} expected interactions are missing, so no pact was written:\n  ${losses.join('\n  ')}`,
    )
  const joined = [...pairs].flatMap(([name, own]) => {
    const pact = joinParts(own)
    return pact === undefined ? [] : [{ file: join(dir, name), pact }]
  })
  for (const { file, pact } of joined) judge?.(file, pact)
  await mkdir(dir, { recursive: true })
  for (const { file, pact } of joined) await replaceFile(file, `${JSON.stringify(pact, null, 2)}\n`)
  await removeParts(dir)
  return joined.map(({ file, pact }) => ({ file, interactions: pact.interactions.length }))
}
