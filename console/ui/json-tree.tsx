import type { JSX } from 'preact'
import { useState } from 'preact/hooks'

const mostShown = 200

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null

const sizeOf = (value: object) => {
  const size = Object.keys(value).length
  return Array.isArray(value)
    ? `${size} ${size === 1 ? 'item' : 'items'}`
    : `${size} ${size === 1 ? 'field' : 'fields'}`
}

const kindOf = (value: unknown) =>
  typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'word'

const Leaf = ({ name, value }: { name: string; value: unknown }): JSX.Element => (
  <div class="leaf">
    <span class="tok-key">{name}</span>{' '}
    <span class={`tok-${kindOf(value)}`}>{JSON.stringify(value) ?? 'undefined'}</span>
  </div>
)

type BranchProps = { readonly name: string; readonly value: object; readonly depth: number }

const Branch = ({ name, value, depth }: BranchProps): JSX.Element => {
  const [isOpen, open] = useState(depth < 2)
  const fields = isOpen ? Object.entries(value) : []
  return (
    <details open={isOpen} onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        <span class="tok-key">{name}</span> <span class="soft">{sizeOf(value)}</span>
      </summary>
      {fields.slice(0, mostShown).map(([key, field]) => (
        <JsonNode key={key} name={key} value={field} depth={depth + 1} />
      ))}
      {fields.length > mostShown && <p class="soft">{fields.length - mostShown} more are in the raw text</p>}
    </details>
  )
}

const JsonNode = ({ name, value, depth }: { name: string; value: unknown; depth: number }): JSX.Element =>
  isTree(value) && Object.keys(value).length > 0 ? (
    <Branch name={name} value={value} depth={depth} />
  ) : (
    <Leaf name={name} value={value} />
  )

/** A JSON value that can be opened and closed; two levels are open. */
export const JsonTree = ({ value }: { value: unknown }): JSX.Element => (
  <div class="tree">
    {isTree(value) ? (
      Object.entries(value)
        .slice(0, mostShown)
        .map(([key, field]) => <JsonNode key={key} name={key} value={field} depth={1} />)
    ) : (
      <Leaf name="value" value={value} />
    )}
  </div>
)
