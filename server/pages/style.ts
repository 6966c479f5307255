import { look } from './look.js'

/** The look of all pages: no fonts, images or scripts from anywhere. */
export const style: string = `${look}* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "DejaVu Sans", sans-serif }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 1.25rem 1rem 0 }
header p { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin: 0 0 1rem; padding-bottom: .875rem; border-bottom: 1px solid var(--line) }
header p, footer { color: var(--soft); font-size: .875rem }
header strong { color: var(--ink); font-size: 1rem; letter-spacing: -.01em }
footer { padding-bottom: 2.5rem }
h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; margin: .25rem 0 0 }
h2 { font-size: 1.05rem; margin: 0 0 .75rem }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1.25rem; margin-bottom: 1rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0 }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
ol.stages { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; margin: 0 0 1rem; padding: 0; font-size: .85rem }
ol.stages li { border: 1px solid var(--line); border-radius: .3rem; padding: .1rem .6rem; font-weight: 600; background: var(--paper); color: var(--soft) }
ol.stages li.done { color: var(--done); background: var(--done-ground); border-color: transparent }
ol.stages li.done::before { content: "✓ " }
ol.stages li[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600 }
ul.steps { list-style: none; margin: 0; padding: 0 }
ul.steps li { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: .6rem 0; border-top: 1px solid var(--line) }
ul.steps li > div { min-width: 0; overflow-wrap: anywhere }
ul.steps li > span { white-space: nowrap }
section > :last-child { margin-bottom: 0 }
ul.steps li:first-child { border-top: 0; padding-top: 0 }
ul.steps li:last-child { padding-bottom: 0 }
.done { color: var(--done); white-space: nowrap }
small { color: var(--soft); display: block }
h1, p, li, small, label { overflow-wrap: anywhere }
form + small, button + small { margin-top: .5rem }
label { display: block; font-weight: 600; margin-bottom: .25rem }
input, select { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: .4rem; padding: .5rem .6rem; min-height: 2.7rem }
form.row { display: flex; gap: .75rem; align-items: end }
form.row > div { flex: 1; min-width: 0 }
button { font: inherit; font-weight: 600; border: 1px solid var(--edge); border-radius: .4rem; padding: .5rem 1.1rem; background: var(--paper); color: var(--ink); cursor: pointer; white-space: nowrap }
button:hover { background: var(--sunk) }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
button.main:hover { filter: brightness(1.1) }
input + datalist + .main { margin-top: 1rem }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.problem { border-color: var(--bad); background: var(--bad-ground); color: var(--bad) }
.problem p, .note p { margin: 0 }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; overflow-wrap: anywhere }
@media (max-width: 30rem) { form.row { display: block } form.row button { margin-top: .75rem } dl { grid-template-columns: 1fr } dt { margin-top: .4rem } }
`
