import type { JSX } from 'preact'

const paths = {
  copy: 'M5.5 5.5V3a1 1 0 0 1 1-1H13a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1h-2.5M3 5.5h6.5a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1Z',
  outside: 'M6.5 3H3.5a1 1 0 0 0-1 1v8.5a1 1 0 0 0 1 1H12a1 1 0 0 0 1-1V9.500M9.500 2.500h4v4M13.300 2.700 7.500 8.500',
  down: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8m0-8-8 8',
  back: 'm9.5 3.500-4.500 4.500 4.500 4.500',
  code: 'm5.500 4.500-3.500 3.500 3.500 3.500m5-7 3.500 3.500-3.500 3.500',
} as const

export type IconName = keyof typeof paths

/** A drawing beside words, or on a button that has a name of its own. */
export const Icon = ({ name }: { name: IconName }): JSX.Element => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
)
