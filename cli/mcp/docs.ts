import { readdir, readFile } from 'node:fs/promises'
import { UsageError } from '../../server/base/errors.js'
import { didYouMean } from '../../server/base/nearest.js'
import { packageFile } from '../../server/base/package-files.js'

/** The names of the pages in docs/. */
export const listDocs = async (): Promise<string[]> =>
  (await readdir(packageFile('docs/')))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length))
    .sort()

/** A page as Markdown. @throws UsageError for one that there is not, naming the nearest */
export const readDoc = async (name: string): Promise<string> => {
  const known = await listDocs()
  if (known.includes(name)) return readFile(packageFile(`docs/${name}.md`), 'utf8')
  throw new UsageError(`No page is called '${name}'.${didYouMean(name, known)} The pages are ${known.join(', ')}`)
}
