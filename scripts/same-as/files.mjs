// What the tarballs hold. Chunks are named by their content, and type files by where their source is: both may move.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { firstDifference } from './report.mjs'

const isChunk = (path) => /^dist\/[\w-]+-[A-Z0-9]{8}\.js$/.test(path)
const isType = (path) => path.startsWith('dist/types/')
// Made of the source: compared by what they do.
const isBuilt = (path) => /^dist\/\w+\.js$/.test(path)

const pathsIn = async (root) => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

export const compareFiles = async ({ roots, report }) => {
  const group = 'files'
  const [oldPaths, newPaths] = [await pathsIn(roots.old), await pathsIn(roots.new)]
  const kept = (paths) => paths.filter((path) => !isChunk(path) && !isType(path))
  for (const path of new Set([...kept(oldPaths), ...kept(newPaths)])) {
    const missing = !newPaths.includes(path) ? 'is gone' : oldPaths.includes(path) ? undefined : 'is new'
    report.count(group, path, missing)
    if (missing !== undefined || isBuilt(path)) continue
    const [one, other] = await Promise.all([roots.old, roots.new].map((root) => readFile(join(root, path), 'latin1')))
    report.count(group, `content of ${path}`, one === other ? undefined : firstDifference(one, other))
  }
  const moved = newPaths.filter((path) => isType(path) && !oldPaths.includes(path)).length
  const gone = oldPaths.filter((path) => isType(path) && !newPaths.includes(path)).length
  const chunks = [oldPaths, newPaths].map((paths) => paths.filter(isChunk).length).join(' → ')
  report.show(group, ` [type files: ${gone} paths gone, ${moved} new; chunks: ${chunks}]`)
}
