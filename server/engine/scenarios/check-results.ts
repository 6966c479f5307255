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

/** What the checks of an answer found; what several found alike is told once. */
export const checkResults = ({ checks }: Schema<'SessionResult'>): Finding[] => {
  const results = checks.map(checkResult)
  return results.filter((result, index) => results.findIndex((other) => isSame(result, other)) === index)
}
