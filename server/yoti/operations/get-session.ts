import { render } from '../../engine/results/render.js'
import type { Operation } from '../operation.js'

export const getSession: Operation<'getSession'> = ({ session, now }) => ({
  status: 200,
  body: render(session, now),
})
