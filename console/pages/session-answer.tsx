import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { get, queryOf } from '../core/api.js'
import { lineDifference } from '../core/line-difference.js'
import type { ScenarioDetail, SessionView } from '../core/types.js'
import { Body } from '../ui/body.js'
import { Difference } from '../ui/difference.js'

const textOf = (value: unknown) => JSON.stringify(value, undefined, 2)

const instantsOf = ({ created_at, happened }: SessionView) => {
  const named = [{ at: created_at, type: 'created' }, ...happened]
  return [...new Map(named.map(({ at, type }) => [at, type.replaceAll('-', ' ')])).entries()]
}

/** The answer that the one of now is compared with. */
const useOther = (view: SessionView, chosen: string) => {
  const [other, setOther] = useState<unknown>()
  const { session_id: id, scenario } = view
  useEffect(() => {
    setOther(undefined)
    if (chosen === '') return
    const read =
      chosen === 'scenario'
        ? get<ScenarioDetail>(`/scenarios/${encodeURIComponent(scenario)}`)
        : get<SessionView>(`/sessions/${encodeURIComponent(id)}${queryOf({ at: chosen })}`)
    read.then(({ answer }) => setOther(answer)).catch(() => setOther(undefined))
  }, [id, scenario, chosen])
  return other
}

/** What Yoti answers now, what it answered at an earlier instant, and what lies between. */
export const SessionAnswer = ({ view }: { view: SessionView }): JSX.Element => {
  const [chosen, choose] = useState('')
  const [isDifference, showDifference] = useState(true)
  const other = useOther(view, chosen)
  return (
    <>
      <div class="row">
        <label class="choice">
          <span>Now, or compared with</span>
          <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">now</option>
            {instantsOf(view).map(([at, type]) => (
              <option key={at} value={at}>
                {type}, {at}
              </option>
            ))}
            <option value="scenario">the scenario’s named session</option>
          </select>
        </label>
        {chosen !== '' && (
          <>
            <button type="button" class="small" aria-pressed={isDifference} onClick={() => showDifference(true)}>
              Difference
            </button>
            <button type="button" class="small" aria-pressed={!isDifference} onClick={() => showDifference(false)}>
              The earlier answer
            </button>
          </>
        )}
      </div>
      {chosen === '' && <Body value={view.answer} what="Yoti’s answer now" />}
      {chosen !== '' && other !== undefined && !isDifference && <Body value={other} what="the other answer" />}
      {chosen !== '' && other !== undefined && isDifference && (
        <Difference lines={lineDifference(textOf(other), textOf(view.answer))} />
      )}
    </>
  )
}
