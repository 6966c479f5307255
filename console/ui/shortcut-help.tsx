import type { JSX } from 'preact'
import { areOn, isHelpOpen, places, switchShortcuts } from '../core/shortcuts.js'
import { Dialog } from './dialog.js'

const keys: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['j or ↓, k or ↑', 'the next row, the one before'],
  ['Enter', 'open the row'],
  ['Esc', 'close what is open'],
  ['p', 'pause, go on'],
  ['?', 'this list'],
  ...Object.entries(places).map(([key, [, name]]) => [`g ${key}`, name] as const),
]

/** The keys that do something, and the switch that turns them off. */
export const ShortcutHelp = (): JSX.Element | null => {
  if (!isHelpOpen.value) return null
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={() => {
        isHelpOpen.value = false
      }}
    >
      <label class="switch">
        <input
          type="checkbox"
          checked={areOn.value}
          onChange={(event) => switchShortcuts(event.currentTarget.checked)}
        />{' '}
        Single keys do something
      </label>
      <dl class="facts keys">
        {keys.map(([key, what]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
    </Dialog>
  )
}
