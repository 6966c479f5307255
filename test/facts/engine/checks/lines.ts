import {
  type CheckOutcome,
  type CheckSubject,
  type CheckType,
  checkKinds,
  reportOf,
} from '../../../../server/engine/checks/index.js'

/** The breakdown of a report as a reader would write it: `sub_check RESULT PROCESS name=value`. */
export const linesOf = (type: CheckType, subject: CheckSubject, outcome: CheckOutcome): string[] =>
  reportOf(checkKinds[type], subject, outcome).breakdown.map(({ sub_check, result, process, details }) =>
    [sub_check, result, process, ...details.map(({ name, value }) => `${name}=${value}`)].join(' '),
  )

/** A breakdown by name: some lines of an approval, replaced or joined by others. */
export const withLines = (approved: readonly string[], changed: readonly string[]): string[] => {
  const nameOf = (line: string) => line.split(' ')[0]
  const names = changed.map(nameOf)
  return [...approved.filter((line) => !names.includes(nameOf(line))), ...changed].sort()
}
