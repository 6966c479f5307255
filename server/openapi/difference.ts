import type { Route } from './router.js'

const isParameter = (segment: string) => segment.startsWith('{')

/** What tells a request from the operation that is nearest to it, in words. */
export const describeDifference = (asked: Route, nearest: Route): string => {
  const given = asked.path.split('/').slice(1)
  const expected = nearest.path.split('/').slice(1)
  const methods = asked.method === nearest.method ? [] : [`the method is ${asked.method}, not ${nearest.method}`]
  const differing = expected.flatMap((segment, at) => {
    const found = given[at]
    if (found === undefined) return [`'${segment}' is missing`]
    if (isParameter(segment)) return found === '' ? [`${segment} is empty`] : []
    return found === segment ? [] : [`'${found}' is not '${segment}'`]
  })
  const extra = given.slice(expected.length).map((segment) => `'${segment}' is too much`)
  return [...methods, ...differing, ...extra].join('; ')
}
