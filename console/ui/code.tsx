import type { JSX } from 'preact'
import { copy } from '../core/clipboard.js'
import { highlight, type Language } from './highlight.js'
import { Icon } from './icon.js'

/** A button that copies a text. @param what is copied, for the message and for those who do not see the button's place */
export const CopyButton = ({
  text,
  what,
  label,
}: {
  text: string | (() => string)
  what: string
  label?: string
}): JSX.Element => (
  <button
    type="button"
    class={label === undefined ? 'icon-button' : 'small'}
    aria-label={`Copy ${what}`}
    title={`Copy ${what}`}
    onClick={() => void copy(typeof text === 'string' ? text : text(), what.charAt(0).toUpperCase() + what.slice(1))}
  >
    <Icon name="copy" />
    {label}
  </button>
)

type CodeProps = {
  readonly text: string
  readonly language?: Language
  readonly what: string
  readonly isBare?: boolean
}

/** Code with a button that copies it. It can be reached by keyboard, so that it can be scrolled. */
export const Code = ({ text, language = 'text', what, isBare = false }: CodeProps): JSX.Element => (
  <div class="code">
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
    {/* biome-ignore lint/a11y/useSemanticElements: a section cannot be preformatted */}
    <pre tabIndex={0} role="region" aria-label={what}>
      <code>
        {highlight(text, language).map(({ text: piece, kind }, index) =>
          kind === undefined ? (
            piece
          ) : (
            <span key={index} class={`tok-${kind}`}>
              {piece}
            </span>
          ),
        )}
      </code>
    </pre>
    {!isBare && <CopyButton text={text} what={what} />}
  </div>
)
