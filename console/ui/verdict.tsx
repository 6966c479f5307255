import type { JSX } from 'preact'
import { verdicts } from '../core/tones.js'
import type { Verdict } from '../core/types.js'
import { Badge } from './badge.js'

/** What the server found about a signature. */
export const VerdictBadge = ({ verdict }: { verdict: Verdict | undefined }): JSX.Element | null => {
  if (verdict === undefined) return null
  const [name, tone] = verdicts[verdict]
  return <Badge tone={tone}>{name}</Badge>
}
