import type { ComponentChildren, JSX } from 'preact'

/** What to do so that something is here: a command that works, not a picture. */
export const Empty = ({ title, children }: { title: string; children: ComponentChildren }): JSX.Element => (
  <div class="empty">
    <h2>{title}</h2>
    {children}
  </div>
)
