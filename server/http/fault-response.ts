import { errorTable } from '../base/errors.js'
import type { AppliedFault } from '../faults/fault.js'
import { errorOf } from '../faults/judge-fault.js'
import type { Entry } from '../journal/entry.js'
import type { Answer } from './exchange.js'

/** What a fault answers at once, in place of everything else; undefined when it only spoils how the real answer is sent. */
const faultAnswer = ({ rule }: AppliedFault): Answer | undefined => {
  const { status, code, body, message, errors } = rule
  if (status === undefined && code === undefined) return undefined
  const error = errorOf(rule)
  if (error === undefined) return { status: status ?? 200, body }
  const entry = errorTable[error]
  return {
    status: status ?? entry.status,
    body: { code: error, message: message ?? entry.message, ...(errors && { errors }) },
  }
}

/** Notes a fault, and says what it answers at once, if it does. */
export const beginFault = (fault: AppliedFault | undefined, entry: Entry): Answer | undefined => {
  if (fault === undefined) return undefined
  entry.fault = fault
  return faultAnswer(fault)
}
