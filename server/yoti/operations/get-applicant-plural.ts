import type { Operation } from '../operation.js'
import { getApplicant } from './get-applicant.js'

export const getApplicantPlural: Operation<'getApplicantPlural', 'faces'> = (input, deps) => getApplicant(input, deps)
