import type { Operation } from '../control-operation.js'
import { describeApplication } from '../describe-application.js'

export const listApplications: Operation<'listApplications', 'applications'> = (_input, { applications }) => ({
  status: 200,
  body: { applications: applications.list().map((application) => describeApplication(application, applications)) },
})
