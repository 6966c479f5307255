// Two texts that are equal but for random ids. A pair of ids that stood for the same thing once does so ever after.

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g
const isRandom = (id) => id[14] === '4'

/** The ids that differ between the two sides, numbered by their first appearance. */
export class PairedIds {
  #newOf = new Map()
  #oldOf = new Map()
  #fixed = new Set()

  get count() {
    return this.#newOf.size
  }

  /** Derived ids that are the same in every run: they may not differ from now on. */
  fix(text) {
    for (const [id] of text.matchAll(uuid)) if (!isRandom(id)) this.#fixed.add(id)
  }

  #pair(oldId, newId) {
    if (this.#newOf.has(oldId) || this.#oldOf.has(newId))
      return this.#newOf.get(oldId) === newId && this.#oldOf.get(newId) === oldId
    if (oldId === newId) return true
    if (isRandom(oldId) !== isRandom(newId) || this.#fixed.has(oldId)) return false
    this.#newOf.set(oldId, newId)
    this.#oldOf.set(newId, oldId)
    return true
  }

  /** Whether two texts say the same. */
  same(oldText, newText) {
    if (oldText === newText && this.count === 0) return true
    if (oldText.replace(uuid, '') !== newText.replace(uuid, '')) return false
    const [oldIds, newIds] = [oldText, newText].map((text) => [...text.matchAll(uuid)])
    return oldIds.every(
      (match, nth) => match.index === newIds[nth]?.index && this.#pair(match[0], newIds[nth]?.[0] ?? ''),
    )
  }

  /** A text of the old side as it is sent to the new one. */
  toNew(text) {
    return this.count === 0 ? text : text.replace(uuid, (id) => this.#newOf.get(id) ?? id)
  }
}
