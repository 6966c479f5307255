import type { JSX } from 'preact'
import { go, linkWith, parameter } from '../core/route.js'

const change = (name: string, value: string) => go(linkWith({ [name]: value, sel: undefined, tab: undefined }), true)

/** A text to search for. `/` goes to it. */
export const Search = ({ label }: { label: string }): JSX.Element => (
  <input
    type="search"
    class="search"
    aria-label={label}
    placeholder={label}
    value={parameter('q')}
    spellcheck={false}
    onInput={(event) => change('q', event.currentTarget.value)}
  />
)

type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly values: readonly (string | readonly [string, string])[]
}

/** A filter with known values; the empty one is all. */
export const Choice = ({ name, label, values }: ChoiceProps): JSX.Element => {
  const chosen = parameter(name)
  const options = values.map((value) => (typeof value === 'string' ? ([value, value] as const) : value))
  const isKnown = chosen === '' || options.some(([value]) => value === chosen)
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        value={chosen}
        class={chosen === '' ? undefined : 'chosen'}
        onChange={(event) => change(name, event.currentTarget.value)}
      >
        <option value="">any</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
        {!isKnown && <option value={chosen}>{chosen}</option>}
      </select>
    </label>
  )
}

/** Leaves every filter. */
export const ClearFilters = ({ names }: { names: readonly string[] }): JSX.Element | null =>
  names.every((name) => parameter(name) === '') ? null : (
    <button
      type="button"
      class="small"
      onClick={() => go(linkWith(Object.fromEntries(names.map((name) => [name, undefined]))), true)}
    >
      Clear filters
    </button>
  )
