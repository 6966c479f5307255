import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'

export type Tab = { readonly id: string; readonly label: string; readonly count?: number | undefined }

type TabsProps = {
  /** What the tabs are about, for screen readers. */
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  readonly children: ComponentChildren
}

const nextOf = (tabs: readonly Tab[], selected: string, key: string): Tab | undefined => {
  const at = tabs.findIndex(({ id }) => id === selected)
  switch (key) {
    case 'ArrowRight':
      return tabs[(at + 1) % tabs.length]
    case 'ArrowLeft':
      return tabs[(at + tabs.length - 1) % tabs.length]
    case 'Home':
      return tabs[0]
    case 'End':
      return tabs.at(-1)
    default:
      return undefined
  }
}

/** Tabs with one panel; arrows go from one to the next. */
export const Tabs = ({ label, tabs, selected, onSelect, children }: TabsProps): JSX.Element => {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextOf(tabs, selected, event.key)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} ref={list}>
        {tabs.map(({ id, label: name, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === selected}
            aria-controls="tab-panel"
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
            onKeyDown={onKeyDown}
          >
            {name}
            {count !== undefined && count > 0 && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${selected}`}>
        {children}
      </div>
    </div>
  )
}
