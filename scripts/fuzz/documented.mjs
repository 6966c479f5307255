// Which statuses the OpenAPI documents list for a request.
const yotiBase = /^(?:\/scenario\/[^/]+)?(?:\/sandbox)?\/idverify\/v1(?=\/)/
const routesOf = (document) =>
  Object.entries(document.paths).map(([template, item]) => ({
    template,
    item,
    pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`),
  }))

/** What is answered before an operation is chosen. */
const unrouted = [400, 403, 404, 405, 413, 431]

export const createDocumented = ({ yoti, control }) => {
  const routes = { yoti: routesOf(yoti), control: routesOf(control) }

  /** The operation that a request is for. */
  const find = (method, target) => {
    const path = target
      .split('?')[0]
      .replace(/\/{2,}/g, '/')
      .replace(/(?<=.)\/$/, '')
    const surface = path.startsWith('/__mock/') ? 'control' : yotiBase.test(path) ? 'yoti' : undefined
    if (surface === undefined) return undefined
    const rest = surface === 'control' ? path.slice('/__mock'.length) : path.replace(yotiBase, '')
    const matching = routes[surface].filter(({ pattern }) => pattern.test(rest))
    const route = matching.find(({ template }) => !template.includes('{')) ?? matching[0]
    return route?.item[method === 'HEAD' ? 'get' : method.toLowerCase()]
  }

  /** undefined when the documents list the status, or else what is wrong. */
  const problemOf = ({ method, path }, status) => {
    if (method === 'OPTIONS') return [204, ...unrouted].includes(status) ? undefined : `${status} for OPTIONS`
    const operation = find(method, path)
    if (operation === undefined)
      return status < 300 || unrouted.includes(status) ? undefined : `${status} for no operation`
    return Object.hasOwn(operation.responses, String(status)) ? undefined : `${status} of ${operation.operationId}`
  }
  return { problemOf }
}
