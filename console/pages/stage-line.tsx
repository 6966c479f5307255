import type { JSX } from 'preact'
import { dateOf, relative, timeOfDay } from '../core/format.js'
import { serverNow } from '../core/now.js'
import type { SessionView, Stage } from '../core/types.js'

const inBranch: readonly Stage[] = ['created', 'instructed', 'visited', 'capturing', 'checking', 'completed']
const atHome: readonly Stage[] = ['created', 'capturing', 'checking', 'completed']

type Mark = {
  readonly stage: Stage
  readonly state: 'done' | 'now' | 'coming' | 'never'
  readonly at?: string | undefined
}

const isOf = (stage: Stage, type: string): boolean => {
  switch (stage) {
    case 'visited':
      return type === 'letter-scanned'
    case 'capturing':
      return type.endsWith('-captured')
    case 'checking':
      return type === 'checked'
    default:
      return type === stage
  }
}

const atOf = (stage: Stage, { created_at, happened, coming }: SessionView) =>
  stage === 'created' ? created_at : [...happened, ...coming].find(({ type }) => isOf(stage, type))?.at

/** The stages of a session, those that it ended with included, and whether each was reached. */
export const marksOf = (view: SessionView): readonly Mark[] => {
  const all = view.in_branch ? inBranch : atHome
  const { stage, coming } = view
  const isCut = stage === 'refused' || stage === 'expired'
  const reached = isCut
    ? all.findLastIndex((name) => name === 'created' || view.happened.some(({ type }) => isOf(name, type)))
    : all.indexOf(stage)
  const marks = all.map((name, index): Mark => {
    const at = atOf(name, view)
    if (index < reached || (index === reached && (isCut || name === 'completed')))
      return { stage: name, state: 'done', at }
    if (index === reached) return { stage: name, state: 'now', at }
    const isComing = !isCut && coming.length > 0
    return { stage: name, state: isComing ? 'coming' : 'never', at }
  })
  if (!isCut) return marks
  const end: Mark = { stage, state: 'now', at: stage === 'expired' ? view.deadline : atOf(stage, view) }
  return [...marks.slice(0, reached + 1), end]
}

const width = 128
const words: Readonly<Record<Mark['state'], string>> = {
  done: 'reached',
  now: 'is here',
  coming: 'to come',
  never: 'not reached',
}

const timeText = ({ at, state }: Mark, now: number) => {
  if (at === undefined) return state === 'coming' || state === 'never' ? '' : ' '
  if (new Date(at).getTime() > now) return relative(at, now)
  return dateOf(at) === dateOf(now) ? timeOfDay(at).slice(0, 8) : dateOf(at)
}

/** The stages as a line of evenly spaced points: a true scale would flatten days and milliseconds. */
export const StageLine = ({ view }: { view: SessionView }): JSX.Element => {
  const marks = marksOf(view)
  const now = serverNow()
  const total = marks.length * width
  const said = marks.map((mark) => `${mark.stage} ${words[mark.state]} ${timeText(mark, now)}`).join(', ')
  return (
    <section class="stage-line" aria-label="Stages">
      <svg viewBox={`0 0 ${total} 74`} width={total} height="74" role="img" aria-label={`Stages: ${said}`}>
        {marks.slice(1).map(({ stage, state }, index) => (
          <line
            key={stage}
            class={`leg ${state}`}
            x1={width * index + width / 2}
            x2={width * (index + 1) + width / 2}
            y1="24"
            y2="24"
          />
        ))}
        {marks.map((mark, index) => (
          <g
            key={mark.stage}
            class={`mark ${mark.state} ${mark.stage}`}
            transform={`translate(${width * index + width / 2} 24)`}
          >
            <circle r={mark.state === 'now' ? 9 : 7} />
            {mark.state === 'now' && <circle class="core" r="4" />}
            {mark.state === 'done' && <path d="m-3 0 2 2.500 4-5" />}
            <text y="28" text-anchor="middle">
              {mark.stage}
            </text>
            <text y="44" text-anchor="middle" class="when">
              {timeText(mark, now)}
            </text>
          </g>
        ))}
      </svg>
      {/* In place of the line where it would be too small to be read. */}
      <ol>
        {marks.map((mark) => (
          <li key={mark.stage} class={`${mark.state} ${mark.stage}`}>
            {mark.stage} <span class="off-screen">{words[mark.state]}</span> <small>{timeText(mark, now)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
