import type { ComponentChildren, JSX } from 'preact'
import { go, linkWith } from '../core/route.js'
import { Icon } from './icon.js'

type SplitViewProps = {
  readonly list: ComponentChildren
  /** What is selected; nothing when nothing is. */
  readonly detail: ComponentChildren | undefined
  readonly title: string
}

/** Leaves what is selected, and gives the focus back to its row. */
export const closeDetail = (): void => {
  go(linkWith({ sel: undefined, tab: undefined }))
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-last] a')?.focus())
}

/** A list, and beside it what is selected; where there is no room for both they take turns. */
export const SplitView = ({ list, detail, title }: SplitViewProps): JSX.Element => (
  <div class={detail === undefined ? 'view' : 'view open'}>
    <div class="view-list">{list}</div>
    {detail !== undefined && (
      <section class="card detail" aria-label={title}>
        <header>
          <h2>{title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label="Close and go back to the list"
            title="Close (Esc)"
            onClick={closeDetail}
          >
            <Icon name="close" />
          </button>
        </header>
        <div class="body">{detail}</div>
      </section>
    )}
  </div>
)
