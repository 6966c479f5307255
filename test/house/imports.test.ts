import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { contractEntries, importOrder, limits } from './import-order.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

const filesBelow = (folder: string) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('/generated/'))

const files = ['cli', 'console', 'gauntlet', 'drift', 'server', 'contracts', 'testcontainers'].flatMap(filesBelow)

const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')

const importsOf = (file: string) =>
  ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => fileName)

const sourceOf = (path: string) => {
  const source = path.replace(/\.js$/, '.ts')
  return existsSync(`${root}${source}`) ? source : `${source}x`
}

/** Files of ours that a file imports, types included. */
const localImports = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .filter((name) => !name.includes('/generated/') && !/\.(json|css)$/.test(name))
    .map((name) => sourceOf(join(dirname(file), name)))

const rooms = importOrder.flat().sort((a, b) => b.length - a.length)
const roomOf = (file: string) => rooms.find((room) => file === room || file.startsWith(`${room}/`)) ?? ''
const levelOf = (file: string) => importOrder.findIndex((level) => level.includes(roomOf(file)))

const arrows = files.flatMap((file) => localImports(file).map((name) => ({ file, name })))
const between = arrows.filter(({ file, name }) => roomOf(file) !== roomOf(name))

test('every file stands in a room that has its place in the order', () => {
  expect(files.filter((file) => roomOf(file) === '')).toEqual([])
})

test('imports run downwards, and rooms side by side do not know each other', () => {
  const upwards = between
    .filter(({ file, name }) => levelOf(name) <= levelOf(file))
    .map(({ file, name }) => `${file} → ${name}`)
  expect(upwards).toEqual([])
})

test('rooms and the arrows between them stay within their limits', () => {
  const inPicture = (file: string) => (file.startsWith('server/engine/') ? 'server/engine' : roomOf(file))
  const drawn = new Set(arrows.map(({ file, name }) => `${inPicture(file)} → ${inPicture(name)}`))
  const others = [...drawn].filter((arrow) => new Set(arrow.split(' → ')).size > 1)
  expect(new Set(files.map(inPicture)).size).toBeLessThanOrEqual(limits.rooms)
  expect(others.length).toBeLessThanOrEqual(limits.arrows)
})

test('docs/architecture.md draws the rooms in their order, and says what is in each', () => {
  const page = read('docs/architecture.md')
  const [, picture = ''] = /```\n(cli · [^`]*)\n```/.exec(page) ?? []
  expect(picture.split('\n').map((line) => line.split(' · '))).toEqual(importOrder)
  expect(rooms.filter((room) => !page.includes(`\`${room}\``))).toEqual([])
})

test('only start.ts names the state that is kept in memory', () => {
  const users = arrows.filter(({ name }) => name.startsWith('server/state/memory/'))
  const others = users.filter(({ file }) => !file.startsWith('server/state/memory/'))
  expect(new Set(others.map(({ file }) => file))).toEqual(new Set(['server/start.ts']))
})

test('the server never imports the contract toolkit', () => {
  const wrong = between.filter(({ file, name }) => file.startsWith('server/') && name.startsWith('contracts/'))
  expect(wrong.map(({ file, name }) => `${file} → ${name}`)).toEqual([])
})

test('the contract toolkit enters the server by its entries only', () => {
  const isEntry = (name: string) => contractEntries.some((entry) => name === entry || name.startsWith(`${entry}/`))
  const inward = between.filter(({ file, name }) => file.startsWith('contracts/') && name.startsWith('server/'))
  expect(inward.filter(({ name }) => !isEntry(name)).map(({ file, name }) => `${file} → ${name}`)).toEqual([])
  expect(contractEntries.filter((entry) => !inward.some(({ name }) => name.startsWith(entry)))).toEqual([])
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
  expect(files.filter((file) => importsOf(file).includes('express') && roomOf(file) !== 'server/http')).toEqual([])
})

test('only cli/, base/host.ts and the starter of a service use the process; a generated test names it', () => {
  const importsProcess = files.filter((file) => importsOf(file).some((name) => /^(node:)?process$/.test(name)))
  const usesGlobal = files.filter((file) => /(?<!-)\bprocess\.\w/.test(read(file)))
  const users = new Set([...importsProcess, ...usesGlobal].filter((file) => roomOf(file) !== 'cli'))
  expect([...users].sort()).toEqual(['gauntlet/service-process.ts', 'gauntlet/test-file.ts', 'server/base/host.ts'])
})

test('only clock.ts reads the clock, only ids.ts makes random ids', () => {
  const readsClock = files.filter((file) => /\bDate\.now\(|new Date\(\)|performance\.now/.test(read(file)))
  // A signature has the browser's own time and nonce, as an SDK's has.
  const signature = 'console/core/demo-signature.ts'
  expect(readsClock).toEqual([signature, 'console/core/now.ts', 'server/base/clock.ts'])
  const random = files.filter((file) => /Math\.random|randomUUID|from 'uuid'/.test(read(file)))
  expect(random).toEqual([signature, 'server/base/ids.ts'])
})
