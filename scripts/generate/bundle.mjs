// Runs the server's own code in a script: it is bundled into a temporary file and imported.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = new URL('../../', import.meta.url)

/**
 * The exports of a module of the server. What it imports from `generated/` must be there already.
 * @param path from the root of the repository
 */
export const importSource = async (path) => {
  const directory = await mkdtemp(join(tmpdir(), 'mock-yoti-generate-'))
  const outfile = join(directory, 'module.mjs')
  try {
    await build({
      entryPoints: [fileURLToPath(new URL(path, root))],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(directory, { recursive: true })
  }
}
