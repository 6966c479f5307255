// Scenario files as large as they may be, and larger.
import { megabyte, repeat } from './block-cases.mjs'

const scenario = 'title: x\nuse_when: y\nprovenance: invented\nsource: z\n'

/** Scenario files by what they are. */
export const fileCases = {
  '8,000 unknown keys': Array.from({ length: 8000 }, (_, at) => `unknown_key_${at}: 1`).join('\n'),
  '1,600 unknown keys': Array.from({ length: 1600 }, (_, at) => `unknown_key_${at}: 1`).join('\n'),
  'a megabyte of [': `a: ${'['.repeat(megabyte)}`,
  '32 kB of [': `a: ${repeat('[\n', 32_000)}`,
  '32 kB of maps': `${scenario}a: {${repeat('a: 1, ', 32_000)}}`,
  '32 kB of anchors': repeat('? &a x\n', 32_000),
  '32 kB of quotes': `a: "${repeat('\\u0041', 32_000)}"`,
  '32 kB of comments': repeat('#\n', 32_000),
  '32 kB of empty items': `a:\n${repeat('-\n', 32_000)}`,
  '32 kB of tabs': `a:${repeat('\t', 32_000)}`,
}
