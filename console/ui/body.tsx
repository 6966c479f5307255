import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { bytes } from '../core/format.js'
import { Code } from './code.js'
import { JsonTree } from './json-tree.js'

type BodyProps = { readonly value: unknown; readonly size?: number | undefined; readonly what: string }

const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value, undefined, 2) ?? ''))

/** A body as a tree or as text. Whatever is in it is text: nothing of it is ever markup. */
export const Body = ({ value, size, what }: BodyProps): JSX.Element => {
  const [isRaw, setRaw] = useState(false)
  if (value === undefined)
    return (
      <p class="soft">
        {size === undefined || size === 0 ? 'No body.' : `${bytes(size)} that are neither JSON nor text, or not kept.`}
      </p>
    )
  const isTree = typeof value === 'object' && value !== null
  return (
    <div class="json">
      {isTree && (
        <div class="row">
          <button type="button" class="small" aria-pressed={!isRaw} onClick={() => setRaw(false)}>
            Tree
          </button>
          <button type="button" class="small" aria-pressed={isRaw} onClick={() => setRaw(true)}>
            Text
          </button>
          {size !== undefined && <span class="soft">{bytes(size)}</span>}
        </div>
      )}
      {isTree && !isRaw ? <JsonTree value={value} /> : <Code text={textOf(value)} language="json" what={what} />}
    </div>
  )
}

const secrets = /^(?:authorization|x-yoti-auth-digest|x-yoti-auth-token|cookie)$/

/** Headers; what signs in is blurred until somebody asks. */
export const Headers = ({ headers }: { headers: Readonly<Record<string, string>> }): JSX.Element => {
  const [isOpen, open] = useState(false)
  const names = Object.keys(headers)
  if (names.length === 0) return <p class="soft">No headers.</p>
  return (
    <>
      <table class="facts">
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="mono">{secrets.test(name) && !isOpen ? '••••••••' : headers[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {names.some((name) => secrets.test(name)) && (
        <button type="button" class="small" aria-pressed={isOpen} onClick={() => open(!isOpen)}>
          {isOpen ? 'Hide secrets' : 'Show secrets'}
        </button>
      )}
    </>
  )
}
