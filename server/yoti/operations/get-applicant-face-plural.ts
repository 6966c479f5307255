import type { Operation } from '../operation.js'
import { getApplicantFace } from './get-applicant-face.js'

export const getApplicantFacePlural: Operation<'getApplicantFacePlural', 'faces'> = (input, deps) =>
  getApplicantFace(input, deps)
