// The exported types: what each name that can be imported stands for, wherever it is declared.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { firstDifference } from './report.mjs'
import { createShapes } from './type-shapes.mjs'

/** Export path → exported name → its shape. */
const exportedBy = (root) => {
  const { exports: entries } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const typed = Object.entries(entries).filter(([, entry]) => entry.types !== undefined)
  const files = typed.map(([, { types }]) => join(root, types))
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [new URL('../../node_modules/@types', import.meta.url).pathname],
  })
  const checker = program.getTypeChecker()
  const shapeOf = createShapes(checker, root)
  return typed.map(([path], nth) => {
    const source = program.getSourceFile(files[nth])
    const module = source && checker.getSymbolAtLocation(source)
    /** @type {Map<string, string>} */
    const shapes = new Map()
    for (const symbol of module === undefined ? [] : checker.getExportsOfModule(module))
      shapes.set(symbol.name, shapeOf(symbol))
    return /** @type {[string, Map<string, string>]} */ ([path, shapes])
  })
}

export const compareTypes = async ({ roots, report }) => {
  const group = 'exported types'
  const [oldOnes, newOnes] = [new Map(exportedBy(roots.old)), new Map(exportedBy(roots.new))]
  for (const path of new Set([...oldOnes.keys(), ...newOnes.keys()])) {
    const [before, after] = [oldOnes.get(path) ?? new Map(), newOnes.get(path) ?? new Map()]
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const [one = 'nothing', other = 'nothing'] = [before.get(name), after.get(name)]
      report.count(group, `${name} of ${path}`, one === other ? undefined : firstDifference(one, other, 200))
    }
  }
  report.show(group)
}
