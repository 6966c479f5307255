import type { JSX } from 'preact'
import { applications, settings } from '../core/data.js'
import { firstDifference } from '../core/difference.js'
import type { RecordedRequest } from '../core/types.js'
import { CopyButton } from '../ui/code.js'
import { VerdictBadge } from '../ui/verdict.js'

type Strings = { readonly expected: string; readonly signed?: string | undefined }

/** Long strings, such as bodies in base64, are left out around the difference. */
const shorten = (text: string, keep: 'end' | 'start') => {
  if (text.length <= 400) return text
  return keep === 'end' ? `… ${text.slice(-300)}` : `${text.slice(0, 300)} …`
}

const Line = ({
  title,
  text,
  parts,
}: {
  title: string
  text: string
  parts: readonly [string, string, string]
}): JSX.Element => (
  <div class="signed">
    <h3>
      {title} <CopyButton text={text} what={title.toLowerCase()} />
    </h3>
    <p class="mono">
      {shorten(parts[0], 'end')}
      {parts[1] !== '' && <mark>{shorten(parts[1], 'start')}</mark>}
      {shorten(parts[2], 'start')}
    </p>
  </div>
)

const Compared = ({ expected, signed }: Strings): JSX.Element => {
  const difference = signed === undefined ? undefined : firstDifference(expected, signed)
  if (signed === undefined || difference === undefined)
    return <Line title="What is to be signed" text={expected} parts={[expected, '', '']} />
  const { before, here, there, after } = difference
  return (
    <>
      <Line title="What the server expects to be signed" text={expected} parts={[before, here, after]} />
      <Line title="What the client signed" text={signed} parts={[before, there, after]} />
      <p>
        The first difference is at character {before.length + 1}:{' '}
        {here === '' ? 'nothing' : <code>{shorten(here, 'start')}</code>} is expected,{' '}
        {there === '' ? 'nothing' : <code>{shorten(there, 'start')}</code>} was signed.
      </p>
    </>
  )
}

const policyOf = ({ sdkId }: RecordedRequest) => {
  const own = applications.value.value?.find(({ sdk_id }) => sdk_id === sdkId)
  if (own !== undefined) return `${own.signatures}, set for the application`
  const { value } = settings.value.value?.settings['signatures'] ?? {}
  return value === undefined ? undefined : `${String(value)}, set for the server`
}

/** The explanation without the strings, which stand below it. */
const mistakeIn = (explanation: string) => {
  const [mistake = ''] = explanation.split(/\. The (?:digest is that of|server expects) /, 1)
  return `${mistake.charAt(0).toUpperCase()}${mistake.slice(1)}.`
}

/** What was signed beside what should have been, as far as it can be found out. */
export const SignaturePane = ({ request }: { request: RecordedRequest }): JSX.Element => {
  const { signature } = request
  if (signature === undefined)
    return <p class="soft">Nothing was said about a signature: the request was refused before, or needs none.</p>
  const { verdict, explanation, expected, signed } = signature as typeof signature & Partial<Strings>
  const policy = policyOf(request)
  return (
    <>
      <p>
        <VerdictBadge verdict={verdict} />
        {policy !== undefined && <span class="soft"> Signature policy: {policy}.</span>}
      </p>
      {explanation !== undefined && <p>{expected === undefined ? explanation : mistakeIn(explanation)}</p>}
      {expected !== undefined && <Compared expected={expected} signed={signed} />}
    </>
  )
}
