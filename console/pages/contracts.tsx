import type { JSX } from 'preact'
import { get } from '../core/api.js'
import { Resource } from '../core/resource.js'
import { parameter } from '../core/route.js'
import { Badge, Status } from '../ui/badge.js'
import { CopyButton } from '../ui/code.js'
import { Empty } from '../ui/empty.js'
import { Choice, ClearFilters, Search } from '../ui/filters.js'
import { Name } from '../ui/name.js'
import { Problem } from '../ui/problem.js'
import { ScrollTable } from '../ui/scroll-table.js'
import { Relative } from '../ui/time.js'

type Shape = {
  readonly id: string
  readonly title: string
  readonly groups: readonly string[]
  readonly operation: string
  readonly status: number
  readonly code?: string
  readonly provenance: string
  readonly state: string
  readonly params: Readonly<Record<string, string>>
  readonly scenarios: readonly string[]
  readonly answered?: { readonly count: number; readonly last_at?: string }
}
type Answered = {
  readonly operation: string
  readonly status: number
  readonly code?: string
  readonly count: number
  readonly last_at: string
}
type ShapeList = { readonly shapes: readonly Shape[]; readonly operations: readonly Answered[] }

/** The shapes and their counts; read when this page is opened. */
export const shapes = new Resource(() => get<ShapeList>('/shapes'))

const filters = ['q', 'group', 'operation', 'answered'] as const

const filter = (all: readonly Shape[]) => {
  const [group, operation, answered] = [parameter('group'), parameter('operation'), parameter('answered')]
  const words = parameter('q').toLowerCase()
  return all.filter(
    (shape) =>
      (group === '' || shape.groups.includes(group)) &&
      (operation === '' || shape.operation === operation) &&
      (answered === '' || String((shape.answered?.count ?? 0) > 0) === answered) &&
      `${shape.id} ${shape.title} ${shape.state} ${Object.values(shape.params).join(' ')} ${shape.code ?? ''}`
        .toLowerCase()
        .includes(words),
  )
}

const stateOf = ({ state, params }: Shape) =>
  Object.keys(params).length === 0 ? `given('${state}')` : `given('${state}', ${JSON.stringify(params)})`

const Row = ({ shape }: { shape: Shape }): JSX.Element => (
  <tr>
    <th scope="row" class="long">
      <Name text={shape.title} />
      <small class="mono">
        <Name text={shape.id} />
      </small>
    </th>
    <td class="late">
      <Name text={shape.operation} />
    </td>
    <td class="what">
      <Status status={shape.status} />{' '}
      {shape.code !== undefined && (
        <small class="mono">
          <Name text={shape.code} />
        </small>
      )}
    </td>
    <td class="later">{shape.groups.join(', ')}</td>
    <td class="late state">
      <code>
        <Name text={stateOf(shape)} />
      </code>{' '}
      <CopyButton text={stateOf(shape)} what="the provider state" />
    </td>
    <td class="number">
      {shape.answered === undefined ? (
        <span class="soft">not known</span>
      ) : shape.answered.count === 0 ? (
        <Badge tone="plain">not yet</Badge>
      ) : (
        <Badge tone="ok">{shape.answered.count}</Badge>
      )}
      {shape.answered?.last_at !== undefined && (
        <small>
          <Relative at={shape.answered.last_at} />
        </small>
      )}
    </td>
  </tr>
)

/** The answers that a client must be able to handle, and which of them this server has given since its start. */
export const Contracts = (): JSX.Element => {
  shapes.want()
  const read = shapes.value.value
  if (read === undefined)
    return (
      <>
        <div class="page-head">
          <h1>Contracts</h1>
        </div>
        {shapes.error.value === undefined ? (
          <p class="soft">Reading …</p>
        ) : (
          <Problem error={shapes.error.value} onRetry={() => void shapes.refresh()} />
        )}
      </>
    )
  const rows = filter(read.shapes)
  const known = read.shapes.filter(({ answered }) => answered !== undefined)
  const answered = known.filter(({ answered: counts }) => (counts?.count ?? 0) > 0).length
  const distinct = (values: readonly string[]) => [...new Set(values)].sort()
  return (
    <>
      <div class="page-head">
        <h1>Contracts</h1>
        <button type="button" onClick={() => void shapes.refresh()}>
          Read again
        </button>
        <p>
          The answers that a client must be able to handle. This server has given {answered} of {known.length} since its
          start; that a test looked at them, it cannot know.
        </p>
      </div>
      <search class="filters">
        <Search label="Search shape, state, code" />
        <Choice name="group" label="Group" values={distinct(read.shapes.flatMap(({ groups }) => groups))} />
        <Choice name="operation" label="Operation" values={distinct(read.shapes.map(({ operation }) => operation))} />
        <Choice
          name="answered"
          label="Answered"
          values={[
            ['true', 'since the start'],
            ['false', 'not yet'],
          ]}
        />
        <ClearFilters names={filters} />
        <span class="soft">
          {rows.length} of {read.shapes.length}
        </span>
      </search>
      {rows.length === 0 ? (
        <div class="card">
          <Empty title="No shape fits these filters">
            <ClearFilters names={filters} />
          </Empty>
        </div>
      ) : (
        <ScrollTable isCard label="Shapes">
          <table>
            <caption class="off-screen">Shapes</caption>
            <thead>
              <tr>
                <th scope="col">Shape</th>
                <th scope="col" class="late">
                  Operation
                </th>
                <th scope="col">Status</th>
                <th scope="col" class="later">
                  Groups
                </th>
                <th scope="col" class="late">
                  Provider state
                </th>
                <th scope="col" class="number">
                  Answered
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((shape) => (
                <Row key={shape.id} shape={shape} />
              ))}
            </tbody>
          </table>
        </ScrollTable>
      )}
    </>
  )
}
