import type { Operation } from '../control-operation.js'
import { describeApplication } from '../describe-application.js'

export const listApplications: Operation<'listApplications', 'applications'> = async (_input, { applications }) => {
  const defaults = await applications.defaults()
  const known = await applications.list()
  return { status: 200, body: { applications: known.map((one) => describeApplication(one, defaults)) } }
}
