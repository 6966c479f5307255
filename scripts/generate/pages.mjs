// Runs the server's own code, bundled for the purpose: what a scenario answers, only the server knows.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../../cli/scenarios/pages.ts', import.meta.url))

/**
 * The pages that only the server's code can draw: path → text. The built files must be there: the server's code imports them.
 * @param sources the scenario files by id, as the server is given them
 */
export const drawPages = async (sources) => {
  const directory = await mkdtemp(join(tmpdir(), 'mock-yoti-pages-'))
  const outfile = join(directory, 'pages.mjs')
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
    const pages = await import(pathToFileURL(outfile).href)
    return await pages.drawPages(sources)
  } finally {
    await rm(directory, { recursive: true })
  }
}
