import type { Operation } from '../control-operation.js'

export const getHealth: Operation<'getHealth', 'catalogue'> = (_request, { catalogue }) => {
  const problems = catalogue.problems()
  return {
    status: 200,
    body: problems.length === 0 ? { status: 'ok' } : { status: 'degraded', problems: [...problems] },
  }
}
