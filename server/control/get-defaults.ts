import type { Operation } from './operation.js'

export const getDefaults: Operation<'getDefaults', 'applications'> = (_input, { applications }) => ({
  status: 200,
  body: { scenario: applications.defaultScenario },
})
