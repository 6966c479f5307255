import { randomFraction } from '../../base/ids.js'

/** Numbers that no other process makes: one part is this process's own, the other counts. */
export const newVersions = (): (() => number) => {
  const start = Math.floor(randomFraction() * 2 ** 21) * 2 ** 31
  let made = 0
  return () => {
    made += 1
    return start + made
  }
}
