import { configurationOf } from '../sessions/configuration.js'
import type { Operation } from './operation.js'

export const getSessionConfiguration: Operation<'getSessionConfiguration'> = ({ session, now }) => ({
  status: 200,
  body: configurationOf(session, now),
})
