import type { ComponentChildren, JSX } from 'preact'

type ScrollTableProps = {
  readonly label: string
  readonly children: ComponentChildren
  /** Whether it stands on its own, and not within a card. */
  readonly isCard?: boolean
}

/** A place for a table that may be wider than the page: it can be scrolled by keyboard too. */
export const ScrollTable = ({ label, children, isCard = false }: ScrollTableProps): JSX.Element => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section class={isCard ? 'card table' : 'table scroll'} aria-label={label} tabIndex={0}>
    {children}
  </section>
)
