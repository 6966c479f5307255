import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Lock = { readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly link?: boolean }>> }

// docs/dependencies.md says why.
const withoutHash = ['darwin-arm64', 'darwin-x64', 'linux-arm64-glibc', 'linux-arm64-musl', 'windows-x64'].map(
  (platform) => `node_modules/@pact-foundation/pact-core-${platform}`,
)

test('every package of the lock file has a hash, but for five that cannot be read', () => {
  const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  const { packages } = JSON.parse(text) as Lock
  const missing = Object.entries(packages).filter(
    ([path, { integrity, link }]) => path !== '' && integrity === undefined && link !== true,
  )
  expect(missing.map(([path]) => path)).toEqual(withoutHash)
  expect(Object.keys(packages).length).toBeGreaterThan(300)
})
