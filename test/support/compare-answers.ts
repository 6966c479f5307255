/** Keys whose values are words of Yoti's: they are compared, the others (ids, times, names) are not. */
const words = new Set([
  ...['type', 'state', 'value', 'reason', 'result', 'document_type', 'issuing_country'],
  ...['capture_method', 'liveness_type', 'scheme', 'trust_framework', 'objective', 'requirements_met', 'reason_code'],
])

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keysOfItems = (yoti: readonly unknown[], ours: readonly unknown[], path: string): string[] => {
  const keysOf = (items: readonly unknown[]) => [
    ...new Set(items.flatMap((item) => (isObject(item) ? Object.keys(item) : []))),
  ]
  const [theirs, own] = [keysOf(yoti).join(), keysOf(ours).join()]
  return theirs === '' || own === '' || theirs === own ? [] : [`${path}[]: ${theirs} at Yoti, ${own} here`]
}

/**
 * Where an answer of ours differs from one of Yoti's: keys that only one has, their order, the lengths of lists, and words.
 * One line each, such as `checks[].scheme: only Yoti's`.
 */
export const differencesFromYoti = (yoti: unknown, ours: unknown, path = ''): string[] => {
  if (Array.isArray(yoti) && Array.isArray(ours)) {
    // Which sub-checks there are depends on the document; test/checks has them. Here their keys count.
    if (path.endsWith('.breakdown')) return keysOfItems(yoti, ours, path)
    const length = yoti.length === ours.length ? [] : [`${path}: ${yoti.length} at Yoti, ${ours.length} here`]
    const pairs = yoti.slice(0, ours.length).map((item, index) => differencesFromYoti(item, ours[index], `${path}[]`))
    return [...new Set([...length, ...pairs.flat()])]
  }
  if (isObject(yoti) && isObject(ours)) {
    const at = (key: string) => (path === '' ? key : `${path}.${key}`)
    const [theirs, own] = [Object.keys(yoti), Object.keys(ours)]
    const common = theirs.filter((key) => own.includes(key))
    const sameOrder = own.filter((key) => common.includes(key)).join() === common.join()
    return [
      ...theirs.filter((key) => !own.includes(key)).map((key) => `${at(key)}: only Yoti's`),
      ...own.filter((key) => !theirs.includes(key)).map((key) => `${at(key)}: only ours`),
      ...(sameOrder ? [] : [`${path}: another order of keys`]),
      ...common.flatMap((key) => {
        const [one, other] = [yoti[key], ours[key]]
        if (typeof one === 'object') return differencesFromYoti(one, other, at(key))
        return words.has(key) && one !== other ? [`${at(key)}: ${String(one)} at Yoti, ${String(other)} here`] : []
      }),
    ]
  }
  return typeof yoti === typeof ours ? [] : [`${path}: ${typeof yoti} at Yoti, ${typeof ours} here`]
}
