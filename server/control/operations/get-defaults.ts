import type { Operation } from '../control-operation.js'

export const getDefaults: Operation<'getDefaults', 'applications'> = (_input, { applications }) => ({
  status: 200,
  body: { scenario: applications.defaultScenario },
})
