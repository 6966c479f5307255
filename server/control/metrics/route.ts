import { yotiOperations } from '../../openapi/generated/operations.js'

const pathOf = (operation: string) => yotiOperations.find(({ operationId }) => operationId === operation)?.path ?? ''

/** Which base path a request came below, as it is written in a route. */
export const baseOf = (base: string | undefined): string => {
  if (base === undefined) return ''
  return base.startsWith('/scenario/') ? `/scenario/{scenarioId}${base.slice(base.indexOf('/', 10))}` : base
}

/** The path template with its base; absent for a request that no operation answers. */
export const routeOf = ({ operation, base }: { operation: string | undefined; base: string }): string | undefined => {
  if (operation === undefined) return undefined
  return operation === 'issueToken' ? '/v1/oauth/token' : `${base}${pathOf(operation)}`
}
