import type { Operation } from '../control-operation.js'

export const getHealth: Operation<'getHealth'> = () => ({ status: 200, body: { status: 'ok' } })
