import { nearestBranches } from '../../engine/reference/branches.js'
import type { Operation } from '../operation.js'

export const lookupUkPostOffice: Operation<'lookupUkPostOffice'> = ({ request }) => ({
  status: 200,
  body: { branches: nearestBranches(request.body.search_string) },
})
