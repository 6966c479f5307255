import type { ComponentChildren, ComponentType, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { isAtTop } from '../core/scroll.js'

const pageSize = 200

export type Column = { readonly label: string; readonly kind?: string }

type ListProps<Row> = {
  /** What the table lists, for screen readers. */
  readonly caption: string
  readonly columns: readonly Column[]
  /** Those that fit the filters, the newest first. */
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  readonly selected: string
  readonly Row: ComponentType<{ row: Row; isSelected: boolean }>
  /** In place of the table when there are no rows. */
  readonly empty: ComponentChildren
  /** Below the table: what is no longer kept. */
  readonly note?: ComponentChildren
}

/**
 * The rows as they were at the top when the reader began to read, and how many came since: nothing moves under the hand of
 * somebody who has scrolled or selected something.
 */
const useHeld = <Row,>(rows: readonly Row[], idOf: (row: Row) => string, isHeld: boolean) => {
  const top = useRef<string | undefined>(undefined)
  const [, redraw] = useState(0)
  const newest = rows[0] === undefined ? undefined : idOf(rows[0])
  if (!isHeld || top.current === undefined) top.current = newest
  const at = rows.findIndex((row) => idOf(row) === top.current)
  if (at === -1) top.current = newest
  const hidden = Math.max(at, 0)
  return {
    shown: hidden === 0 ? rows : rows.slice(hidden),
    hidden,
    release: () => {
      top.current = newest
      redraw((count) => count + 1)
    },
  }
}

/** A table of rows that are patched in place. */
export const List = <Row,>(props: ListProps<Row>): JSX.Element => {
  const { caption, columns, rows, idOf, selected, Row, empty, note } = props
  const [pages, setPages] = useState(1)
  const { shown, hidden, release } = useHeld(rows, idOf, selected !== '' || !isAtTop.value)
  useEffect(() => setPages(1), [rows.length === 0])
  if (rows.length === 0) return <div class="card">{empty}</div>
  const visible = shown.slice(0, pages * pageSize)
  return (
    <div class="list">
      {hidden > 0 && (
        <button
          type="button"
          class="pill"
          onClick={() => {
            release()
            window.scrollTo({ top: 0 })
          }}
        >
          ↑ {hidden} new
        </button>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="card table" aria-label={caption} tabIndex={0}>
        <table>
          <caption class="off-screen">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ label, kind }) => (
                <th scope="col" key={label} class={kind}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => (
              <Row key={idOf(row)} row={row} isSelected={idOf(row) === selected} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length > visible.length && (
        <button type="button" onClick={() => setPages(pages + 1)}>
          Show {Math.min(pageSize, shown.length - visible.length)} older
        </button>
      )}
      {note !== undefined && <p class="soft note">{note}</p>}
    </div>
  )
}
