import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A directory of scenario files that goes away with `await using`. */
export type ScenarioFiles = AsyncDisposable & {
  readonly path: string
  readonly write: (name: string, text: string) => Promise<void>
}

/** Writes scenario files into a new directory. @param files text by file name */
export const scenarioFiles = async (files: Readonly<Record<string, string>>): Promise<ScenarioFiles> => {
  const path = await mkdtemp(join(tmpdir(), 'mock-yoti-scenarios-'))
  const write = (name: string, text: string) => writeFile(join(path, name), text)
  for (const [name, text] of Object.entries(files)) await write(name, text)
  return { path, write, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

/** The text of a scenario file that is fine. */
export const goodFile = (title: string, rest = ''): string =>
  `title: ${title}\nuse_when: a test needs it\nprovenance: invented\nsource: this test\n${rest}`
