import type { ControlSchema, Schema } from '../../openapi/schema.js'

type Finding = ControlSchema<'Finding'>

const checkResult = ({ type, state, report }: Schema<'Check'>): Finding => {
  const { value, reason } = report?.recommendation ?? {}
  return {
    type,
    state,
    ...(value !== undefined && { recommendation: value }),
    ...(reason !== undefined && { reason }),
  }
}

const isSame = (one: Finding, other: Finding) =>
  one.type === other.type &&
  one.state === other.state &&
  one.recommendation === other.recommendation &&
  one.reason === other.reason

/** The results of the checks of an answer. Equal results are listed once. */
export const checkResults = ({ checks }: Schema<'SessionResult'>): Finding[] => {
  const results = checks.map(checkResult)
  return results.filter((result, index) => results.findIndex((other) => isSame(result, other)) === index)
}
