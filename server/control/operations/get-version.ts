import type { Operation } from '../control-operation.js'

export const getVersion: Operation<'getVersion', 'version' | 'nodeVersion'> = (_input, { version, nodeVersion }) => ({
  status: 200,
  body: { name: 'mock-yoti', version, node: nodeVersion },
})
