import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { type Action, curlOf, perform } from '../core/action.js'
import { Code } from './code.js'
import { Dialog } from './dialog.js'
import { Icon } from './icon.js'

/** The action that is explained or asked about. */
// biome-ignore lint/suspicious/noExplicitAny: what it answers only matters to itself
const asked = signal<Action<any> | undefined>(undefined)

const close = () => {
  asked.value = undefined
}

/** What an action does, in code, and the question whether to do it. There is one on a page. */
export const ActionDialog = (): JSX.Element | null => {
  const action = asked.value
  if (action === undefined) return null
  const run = () => {
    close()
    void perform(action)
  }
  return (
    <Dialog
      title={action.label}
      onClose={close}
      footer={
        <>
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button type="button" class={action.warning === undefined ? 'main' : 'main danger'} onClick={run}>
            {action.warning === undefined ? 'Do it now' : action.label}
          </button>
        </>
      }
    >
      {action.warning !== undefined && <p>{action.warning}</p>}
      <h3>On the command line</h3>
      <Code text={curlOf(action)} language="sh" what="the curl command" />
      <h3>In a test</h3>
      <Code text={action.call} language="js" what="the call of the client" />
    </Dialog>
  )
}

type ActionButtonProps<Answer> = {
  readonly action: Action<Answer>
  readonly kind?: 'main' | 'danger' | 'small' | 'small danger' | undefined
  /** Why it cannot be done now. */
  readonly blocked?: string | undefined
  /** What it is about, for those who do not see where the button stands. */
  readonly about?: string | undefined
}

/** A button that does something, and one beside it that shows how code does the same. */
export const ActionButton = <Answer,>({ action, kind, blocked, about }: ActionButtonProps<Answer>): JSX.Element => {
  const name = about === undefined ? action.label : `${action.label} ${about}`
  return (
    <span class="split">
      <button
        type="button"
        class={kind}
        aria-label={about === undefined ? undefined : name}
        disabled={blocked !== undefined}
        title={blocked}
        onClick={() => {
          if (action.warning === undefined) void perform(action)
          else asked.value = action
        }}
      >
        {action.label}
      </button>
      <button
        type="button"
        class={kind}
        aria-label={`${name}: as code`}
        title="As code: curl and the client"
        onClick={() => {
          asked.value = action
        }}
      >
        <Icon name="code" />
      </button>
    </span>
  )
}
