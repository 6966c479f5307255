import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const server = fileURLToPath(new URL('../../server/', import.meta.url))

const filesBelow = (folder: string) =>
  readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => `${folder}${file}`.replaceAll('\\', '/'))

/** Paths as seen from the server: these parts of the contract toolkit stand beside it and are rooms of it. */
const shapes = '../contracts/shapes'
const verify = '../contracts/verify'
const files = [...filesBelow(''), ...filesBelow(`${shapes}/`), ...filesBelow(`${verify}/`)]

const read = (file: string) => readFileSync(join(server, file), 'utf8')

const importsOf = (file: string) =>
  ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => fileName)

/** Files of the server that a file imports, types included. */
const localImports = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(server, resolve(server, dirname(file), name))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts'),
    )
    .filter((name) => !name.includes('generated'))

/** Rooms from top to bottom; a file may import from lower ones and its own. */
const rooms: readonly (readonly string[])[] = [
  ['cli'],
  ['commands'],
  [verify],
  ['index'],
  ['start'],
  ['http'],
  ['pages'],
  ['control', 'oauth'],
  [shapes],
  ['operations'],
  ['notifications'],
  ['sessions'],
  ['scenarios', 'media', 'journal'],
  ['checks', 'faults'],
  ['identity'],
  ['config'],
  ['applications'],
  ['log', 'openapi', 'package-files'],
  ['arguments'],
  ['clocks'],
  ['errors', 'clock', 'ids', 'nearest'],
]

const roomOf = (file: string) => [shapes, verify].find((folder) => file.startsWith(folder)) ?? fileRoom(file)
const fileRoom = (file: string) => file.split('/')[0]?.replace(/\.ts$/, '') ?? ''
const levelOf = (file: string) => rooms.findIndex((level) => level.includes(roomOf(file)))

test('every file of the server stands in a room that has its place in the order', () => {
  expect(files.filter((file) => levelOf(file) === -1)).toEqual([])
})

test('imports run downwards, and rooms side by side do not know each other', () => {
  const wrong = files.flatMap((file) =>
    localImports(file)
      .filter((name) => roomOf(name) !== roomOf(file) && levelOf(name) <= levelOf(file))
      .map((name) => `${file} → ${name}`),
  )
  expect(wrong).toEqual([])
})

test('of the server only the control API imports the result shapes', () => {
  const importers = files.filter((file) => localImports(file).some((name) => roomOf(name) === shapes))
  expect([...new Set(importers.map(roomOf))].sort()).toEqual([shapes, 'control'])
})

test('no file imports itself by way of others', () => {
  const onPath: string[] = []
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string) => {
    if (onPath.includes(file)) cycles.push([...onPath.slice(onPath.indexOf(file)), file].join(' → '))
    if (onPath.includes(file) || done.has(file)) return
    onPath.push(file)
    for (const name of localImports(file)) visit(name)
    onPath.pop()
    done.add(file)
  }
  for (const file of files) visit(file)
  expect(cycles).toEqual([])
})

test('only http/ imports express', () => {
  expect(files.filter((file) => importsOf(file).includes('express') && roomOf(file) !== 'http')).toEqual([])
})

test('only cli.ts uses the process', () => {
  expect(files.filter((file) => file !== 'cli.ts' && /\bprocess\.\w/.test(read(file)))).toEqual([])
})

test('only clock.ts reads the clock, only ids.ts makes random ids', () => {
  const readsClock = files.filter((file) => /\bDate\.now\(|new Date\(\)|performance\.now/.test(read(file)))
  expect(readsClock).toEqual(['clock.ts'])
  const random = files.filter((file) => /Math\.random|randomUUID|from 'uuid'/.test(read(file)))
  expect(random).toEqual(['ids.ts'])
})
