import { type CheckKind, checkKinds, refusals } from '../../server/engine/checks/index.js'
import { tableRow } from './table-row.js'

type ReasonEffects = NonNullable<NonNullable<CheckKind['reasons']['reject']>[string]>

const inBreakdown = ({ only, effects }: ReasonEffects): string => {
  const failed = effects.map(({ sub_check, result, details = {} }) => {
    const failing = Object.keys(details).filter((name) => details[name] === 'FAIL')
    const told = failing.length === 0 ? '' : ` (${failing.map((name) => `\`${name}\``).join(', ')})`
    return `\`${sub_check}\` ${result === 'PASS' ? 'passes' : 'fails'}${told}`
  })
  if (!only) return failed.join(', ') || 'all pass'
  return failed.length === 0 ? 'none is attempted' : `${failed.join(', ')}; no other is attempted`
}

/** A row for all reasons of a recommendation that leave the same breakdown. */
const rowsOf = ({ reasons }: CheckKind): string[] =>
  refusals.flatMap((refusal) => {
    const byBreakdown = new Map<string, string[]>()
    for (const [reason, findings] of Object.entries(reasons[refusal] ?? {})) {
      const told = inBreakdown(findings)
      byBreakdown.set(told, [...(byBreakdown.get(told) ?? []), reason === 'none' ? 'no reason' : `\`${reason}\``])
    }
    return [...byBreakdown].map(([told, names]) => tableRow([`\`${refusal}\``, names.join(', '), told]))
  })

const subChecksOf = ({ subChecks }: CheckKind): string =>
  Object.entries(subChecks)
    .map(([name, process]) => `\`${name}\`${process === 'EXPERT_REVIEW' ? ' (people)' : ''}`)
    .sort()
    .join(', ')

const section = (kind: CheckKind): string => {
  const rows = rowsOf(kind)
  const table = ['| recommendation | reason | sub-checks |', '|---|---|---|', ...rows].join('\n')
  const told = subChecksOf(kind)
  return [
    `## ${kind.type}`,
    ...(told === '' ? [] : [`Sub-checks: ${told}.`]),
    rows.length === 0 ? 'Yoti documents nothing but an approval, without sub-checks: all else is `invented`.' : table,
  ].join('\n\n')
}

/** The page of every type of check: its sub-checks, and what each documented reason leaves of them. */
export const checksPage = (): string => `<!-- Made by scripts/generate.mjs from server/engine/checks/. Do not edit. -->

# What a check can find

The recommendations and reasons that Yoti documents, as a scenario writes them
(\`checks: { ID_DOCUMENT_AUTHENTICITY: { reject: TAMPERED } }\`, see [scenarios.md](scenarios.md#what-a-check-found)), and what
the breakdown then says. Sub-checks that are not named pass. Most documents have some of a check's sub-checks only: those
with a chip others than those without.

${Object.values(checkKinds).map(section).join('\n\n')}
`
