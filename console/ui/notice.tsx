import type { JSX } from 'preact'
import { dismiss, notice } from '../core/announce.js'
import { Icon } from './icon.js'

/** What was last done or failed. The region is always there: screen readers notice what changes in it. */
export const NoticeRegion = (): JSX.Element => {
  const said = notice.value
  return (
    <div role="status" aria-live="polite">
      {said !== undefined && (
        <div class={`notice ${said.tone}`} key={said.key}>
          <span>{said.text}</span>
          <button type="button" class="icon-button" aria-label="Dismiss" onClick={dismiss}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
