import { expect, test } from 'vitest'
import { type Column, table } from '../../../cli/table.js'

const columns: readonly Column[] = [
  { title: 'ID', narrow: 'keep' },
  { title: 'GROUP', narrow: 'keep' },
  { title: 'TITLE', narrow: 'shorten' },
]
const longest = 'a-long-id-'.repeat(8)
const title = 'A title that is longer than the room that is left for it beside the other columns'

test('a table that fits has one column beside the other', () => {
  expect(table(columns, [['one', 'decisions', 'A title']], 80)).toBe('ID   GROUP      TITLE\none  decisions  A title')
})

test('an id of 80 characters stands on a line of its own, and no line is longer than 80', () => {
  expect(longest).toHaveLength(80)
  const rows = [
    ['short', 'decisions', title],
    [longest, 'decisions', title],
  ]
  expect(table(columns, rows, 80)).toBe(
    [
      `ID                               GROUP      TITLE`,
      `short                            decisions  A title that is longer than the roo…`,
      longest,
      `                                 decisions  A title that is longer than the roo…`,
    ].join('\n'),
  )
})

test('a long id beside columns that are never cut has a line of its own too', () => {
  const kept = columns.map(({ title: name }): Column => ({ title: name, narrow: 'keep' }))
  const lines = table(kept, [[longest, 'refused', 'accepted after a minute']], 60).split('\n')
  expect(lines[1]).toBe(longest)
  expect(lines[2]?.trim()).toBe('refused  accepted after a minute')
  expect(lines.filter((line) => line.length > 60 && line !== longest)).toEqual([])
})

test('columns that fit in no way stand below each other', () => {
  const kept = columns.map(({ title: name }): Column => ({ title: name, narrow: 'keep' }))
  expect(table(kept, [['an-id', 'a group with a long name', 'and a title that is long']], 40)).toBe(
    ['ID', '    GROUP', '    TITLE', 'an-id', '    a group with a long name', '    and a title that is long'].join(
      '\n',
    ),
  )
})

test('no line is longer than the width, an id that is alone excepted, whatever stands in the cells', () => {
  const cells = ['', 'x', 'a word or two', 'w'.repeat(30), title, longest]
  for (const width of [40, 60, 80, 120])
    for (const group of cells.slice(0, 4))
      for (const id of cells.slice(1))
        for (const text of cells) {
          const lines = table(
            columns,
            [
              [id, group, text],
              ['short', 'decisions', 'A title'],
            ],
            width,
          ).split('\n')
          expect(lines.filter((line) => line.length > width && line !== id)).toEqual([])
        }
})
