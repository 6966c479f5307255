// Runs the server's own code, bundled for the purpose: what a scenario answers, only the server knows.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../../server/commands/scenarios/catalogue-page.ts', import.meta.url))

/**
 * The text of docs/catalogue.md. The built files must be there: the server's code imports them.
 * @param sources the scenario files by id, as the server is given them
 */
export const drawCataloguePage = async (sources) => {
  const directory = await mkdtemp(join(tmpdir(), 'mock-yoti-catalogue-'))
  const outfile = join(directory, 'catalogue-page.mjs')
  try {
    await build({
      entryPoints: [source],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    })
    const { cataloguePage } = await import(pathToFileURL(outfile).href)
    return await cataloguePage(sources)
  } finally {
    await rm(directory, { recursive: true })
  }
}
