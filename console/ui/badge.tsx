import type { ComponentChildren, JSX } from 'preact'

export type Tone = 'ok' | 'bad' | 'warn' | 'info' | 'plain'

const signs: Readonly<Record<Tone, string>> = { ok: '✓', bad: '✕', warn: '!', info: '•', plain: '' }

type BadgeProps = {
  readonly tone: Tone
  readonly children: ComponentChildren
  readonly hasSign?: boolean
  readonly title?: string
}

/** A word with a colour and a sign: colour alone says nothing to some. */
export const Badge = ({ tone, children, hasSign = true, title }: BadgeProps): JSX.Element => (
  <span class={`badge ${tone}`} title={title}>
    {hasSign && signs[tone] !== '' && <span aria-hidden="true">{signs[tone]} </span>}
    {children}
  </span>
)

/** The status of an answer. */
export const Status = ({ status }: { status: number | undefined }): JSX.Element => {
  if (status === undefined) return <Badge tone="warn">none</Badge>
  return (
    <Badge tone={status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'ok'} hasSign={status >= 400}>
      {status}
    </Badge>
  )
}
