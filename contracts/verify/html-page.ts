/** Text as HTML shows it. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `
:root { color-scheme: light dark; --bg: #fff; --fg: #1b1f24; --line: #8884; --good: #1a7f37; --bad: #c62828; --open: #9a6700 }
@media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #e6edf3; --good: #57c776; --bad: #ff8a80; --open: #e3b341 } }
body { background: var(--bg); color: var(--fg); font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .4rem; text-align: left; vertical-align: top }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); border-radius: .4rem; font-size: 14px }
.good { color: var(--good) } .bad { color: var(--bad) } .open { color: var(--open) }
.table { overflow-x: auto }
`

/** How a cell is shown besides its text: `good`, `bad` or `open`. */
export type Cell = string | { readonly text: string; readonly mood: 'good' | 'bad' | 'open' }

const cell = (value: Cell) =>
  typeof value === 'string'
    ? `<td>${escapeHtml(value)}</td>`
    : `<td class="${value.mood}">${escapeHtml(value.text)}</td>`

/** A table of plain cells. */
export const htmlTable = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `<div class="table"><table><thead><tr>${head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody></table></div>`

/** A page that needs no other file. @param body is HTML already */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`
