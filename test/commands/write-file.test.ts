import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writePrivateFile } from '../../server/base/write-file.js'

test('a file is written for its owner only, and what killed processes left beside it goes', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mock-yoti-write-'))
  const path = join(directory, 'state.json')
  const left = `${path}.0f8fad5b-d9cb-469f-a165-70867728950e.tmp`
  const young = `${path}.7c9e6679-7425-40de-944b-e07fc1f90ae7.tmp`
  const others = [`${path}.notes.tmp`, join(directory, 'other.json.0f8fad5b-d9cb-469f-a165-70867728950e.tmp')]
  for (const file of [left, young, ...others]) await writeFile(file, '{}')
  const anHourAgo = new Date(Date.now() - 3_600_000)
  for (const file of [left, ...others]) await utimes(file, anHourAgo, anHourAgo)
  await writePrivateFile(path, 'kept')
  expect(await readFile(path, 'utf8')).toBe('kept')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await readdir(directory)).sort()).toEqual([
    'other.json.0f8fad5b-d9cb-469f-a165-70867728950e.tmp',
    'state.json',
    'state.json.7c9e6679-7425-40de-944b-e07fc1f90ae7.tmp',
    'state.json.notes.tmp',
  ])
  await rm(directory, { recursive: true })
})
