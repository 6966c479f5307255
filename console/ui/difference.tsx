import type { JSX } from 'preact'
import type { DifferentLine } from '../core/line-difference.js'
import { Name } from './name.js'

const signs = { both: ' ', removed: '−', added: '+' } as const
const context = 3

type Block = { readonly lines: readonly DifferentLine[]; readonly skipped: number }

/** Lines that are the same on both sides are left out, but for three around each difference. */
const blocksOf = (lines: readonly DifferentLine[]): Block[] => {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ side }) => side !== 'both'),
  )
  const blocks: { lines: DifferentLine[]; skipped: number }[] = []
  let skipped = 0
  lines.forEach((line, index) => {
    if (near[index] !== true) {
      skipped += 1
      return
    }
    if (skipped > 0 || blocks.length === 0) blocks.push({ lines: [], skipped })
    blocks.at(-1)?.lines.push(line)
    skipped = 0
  })
  return blocks
}

/** The difference of two texts, line by line. */
export const Difference = ({ lines }: { lines: readonly DifferentLine[] }): JSX.Element => {
  const changed = lines.filter(({ side }) => side !== 'both').length
  if (changed === 0) return <p>They are the same.</p>
  return (
    <>
      <p class="soft">
        {lines.filter(({ side }) => side === 'removed').length} lines removed,{' '}
        {lines.filter(({ side }) => side === 'added').length} added.
      </p>
      <div class="code">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
        <section class="difference" aria-label="Difference" tabIndex={0}>
          {blocksOf(lines).map(({ lines: block, skipped }, index) => (
            <div key={`${index} ${skipped}`}>
              {skipped > 0 && <div class="skipped">⋯ {skipped} lines are the same</div>}
              {block.map(({ text, side }, at) => (
                <div key={`${at} ${text}`} class={`line ${side}`}>
                  <span aria-hidden={side === 'both'}>{signs[side]}</span> <Name text={text} />
                </div>
              ))}
            </div>
          ))}
        </section>
      </div>
    </>
  )
}
