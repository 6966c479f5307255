import type { Operation } from '../control-operation.js'

export const getDefaults: Operation<'getDefaults', 'applications'> = async (_input, { applications }) => ({
  status: 200,
  body: { scenario: (await applications.defaults()).scenario },
})
