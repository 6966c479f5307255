import { createHash } from 'node:crypto'

/** Pseudo-random choices that depend on a text only. They are the same in every run, on every machine. */
export type Seeded = {
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number
  readonly pick: <const Items extends readonly [unknown, ...unknown[]]>(items: Items) => Items[number]
  /** Replaces every `#` of a text by a digit and every `?` by a capital letter. */
  readonly fill: (pattern: string) => string
}

/** A stream of numbers from the hash of a text. */
export const seedNumbers = (text: string): number[] => {
  const bytes = createHash('sha256').update(text).digest()
  return Array.from({ length: 8 }, (_, index) => bytes.readUInt32BE(index * 4))
}

/** The letters that documents use in numbers. Letters that look like a digit are left out. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'

export const createSeeded = (text: string): Seeded => {
  let drawn = 0
  const next = () => createHash('sha256').update(`${text}#${drawn++}`).digest().readUInt32BE(0)
  const int = (min: number, max: number) => min + (next() % (max - min + 1))
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)],
    fill: (pattern) =>
      pattern.replace(/[#?]/g, (sign) =>
        sign === '#' ? String(int(0, 9)) : (letters[int(0, letters.length - 1)] ?? 'A'),
      ),
  }
}
