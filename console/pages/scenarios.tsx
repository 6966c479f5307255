import type { JSX } from 'preact'
import { scenarios } from '../core/data.js'
import { memo } from '../core/memo.js'
import { parameter } from '../core/route.js'
import { select } from '../core/shortcuts.js'
import { provenanceTones } from '../core/tones.js'
import type { ScenarioSummary } from '../core/types.js'
import { Badge } from '../ui/badge.js'
import { Empty } from '../ui/empty.js'
import { Choice, ClearFilters, Search } from '../ui/filters.js'
import { List } from '../ui/list.js'
import { Name } from '../ui/name.js'
import { Problem } from '../ui/problem.js'
import { SplitView } from '../ui/split-view.js'
import { ScenarioDetailView } from './scenario-detail.js'

/** The checks that somebody would look at first. */
const notable = ({ checks }: ScenarioSummary) =>
  checks.filter(({ recommendation }) => recommendation !== undefined && recommendation !== 'APPROVE')

const Row = memo<{ row: ScenarioSummary; isSelected: boolean }>(({ row, isSelected }) => (
  <tr data-row data-last={isSelected || undefined} aria-current={isSelected ? 'true' : undefined}>
    <th scope="row" class="long">
      <a class="row-link" href={select(row.id)}>
        <Name text={row.id} />
      </a>
    </th>
    <td class="wide what">
      <Name text={row.title} />
    </td>
    <td class="late">{row.shape}</td>
    <td class="soon">
      <Badge tone={provenanceTones[row.provenance]} hasSign={false}>
        {row.provenance}
      </Badge>
    </td>
    <td class="later">
      {notable(row).map(({ type, recommendation, reason }) => (
        <small key={type}>
          <Name text={`${type}: ${recommendation} ${reason ?? ''}`} />
        </small>
      ))}
    </td>
  </tr>
))

const columns = [
  { label: 'Scenario' },
  { label: 'What happens' },
  { label: 'Answer', kind: 'late' },
  { label: 'Known from', kind: 'soon' },
  { label: 'Checks that are not APPROVE', kind: 'later' },
]

const filters = ['q', 'outcome', 'check', 'group', 'provenance'] as const

const textOf = ({ id, title, use_when, group, shape, checks }: ScenarioSummary) =>
  `${id} ${title} ${use_when} ${group} ${shape} ${checks.map(({ type, reason = '' }) => `${type} ${reason}`).join(' ')}`.toLowerCase()

const filter = (rows: readonly ScenarioSummary[]) => {
  const words = parameter('q').toLowerCase().split(/\s+/).filter(Boolean)
  const [outcome, check, group, provenance] = filters.slice(1).map(parameter)
  return rows.filter(
    (row) =>
      (outcome === '' || row.checks.some(({ recommendation }) => recommendation === outcome)) &&
      (check === '' || notable(row).some(({ type }) => type === check)) &&
      (group === '' || row.group === group) &&
      (provenance === '' || row.provenance === provenance) &&
      words.every((word) => textOf(row).includes(word)),
  )
}

export const Scenarios = (): JSX.Element => {
  scenarios.want()
  const all = scenarios.value.value
  if (all === undefined)
    return scenarios.error.value === undefined ? (
      <p class="soft">Reading …</p>
    ) : (
      <Problem error={scenarios.error.value} onRetry={() => void scenarios.refresh()} />
    )
  const rows = filter(all)
  const selected = parameter('sel')
  const distinct = (values: readonly string[]) => [...new Set(values)].sort()
  return (
    <>
      <div class="page-head">
        <h1>Scenarios</h1>
        <span class="soft">
          {rows.length} of {all.length}
        </span>
      </div>
      <search class="filters">
        <Search label="Search id, title, reason, check" />
        <Choice
          name="outcome"
          label="Some check says"
          values={distinct(all.flatMap(({ checks }) => checks.flatMap(({ recommendation }) => recommendation ?? [])))}
        />
        <Choice
          name="check"
          label="Check"
          values={distinct(all.flatMap((row) => notable(row).map(({ type }) => type)))}
        />
        <Choice name="group" label="Group" values={distinct(all.map(({ group }) => group))} />
        <Choice name="provenance" label="Known from" values={Object.keys(provenanceTones)} />
        <ClearFilters names={filters} />
      </search>
      <SplitView
        title={selected}
        detail={selected === '' ? undefined : <ScenarioDetailView key={selected} id={selected} />}
        list={
          <List
            caption="Scenarios"
            columns={columns}
            rows={rows}
            idOf={(row) => row.id}
            selected={selected}
            Row={Row}
            empty={
              <Empty title="No scenario fits">
                <p>Fewer words find more. Your own scenarios are files of a folder: --scenarios DIR.</p>
                <ClearFilters names={filters} />
              </Empty>
            }
          />
        }
      />
    </>
  )
}
