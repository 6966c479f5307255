import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from './source.js'

const mark = Buffer.from('\ufeff')

const jsonFilesIn = async (dir: string) =>
  (await readdir(dir)).filter((name) => name.endsWith('.json')).map((name) => join(dir, name))

/** A source that the verifier of Pact can read, and how to remove what was written for it. */
export type Readable = { readonly source: Source; readonly remove: () => Promise<void> }

/** Pacts without byte-order marks, which some editors write and Pact's verifier refuses: copies where a file has one. */
export const withoutMarks = async (source: Source): Promise<Readable> => {
  const asItIs = { source, remove: async () => undefined }
  if (source.kind !== 'files') return asItIs
  const paths = [...source.files, ...(await Promise.all(source.dirs.map(jsonFilesIn))).flat()]
  const contents = await Promise.all(paths.map((path) => readFile(path)))
  if (!contents.some((bytes) => bytes.subarray(0, mark.length).equals(mark))) return asItIs
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-pacts-'))
  const files = contents.map((_, index) => join(folder, `${index}.json`))
  for (const [index, bytes] of contents.entries())
    await writeFile(
      files[index] ?? folder,
      bytes.subarray(0, mark.length).equals(mark) ? bytes.subarray(mark.length) : bytes,
    )
  return { source: { kind: 'files', files, dirs: [] }, remove: () => rm(folder, { recursive: true, force: true }) }
}
