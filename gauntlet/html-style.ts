/** The style of the page; colours keep a contrast of 4.5 in both schemes. */
export const gauntletStyle = `
:root { color-scheme: light dark; --bg: #fff; --fg: #1b1f24; --quiet: #57606a; --line: #d0d7de; --soft: #f6f8fa;
  --good: #116329; --bad: #a40e26; --open: #7d4e00; --wrong: #ffebe9; --blue: #0550ae }
@media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #e6edf3; --quiet: #9da7b1; --line: #30363d; --soft: #161b22;
  --good: #56d364; --bad: #ff8f8a; --open: #e3b341; --wrong: #3c1618; --blue: #79c0ff } }
body { background: var(--bg); color: var(--fg); font: 16px/1.5 system-ui, sans-serif; margin: 0 }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.6rem; margin: 0 0 .5rem } h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem } h3 { font-size: 1rem; margin: 0 0 .5rem }
a { color: var(--blue) } code, pre { font: 13px/1.5 ui-monospace, monospace }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; font-size: .875rem }
thead th { color: var(--quiet); font-weight: 600 } tbody th { font-weight: 500 }
.decisions td { min-width: 6rem } td.wrong { background: var(--wrong) } td.none { color: var(--quiet) }
.pass { color: var(--good) } .fail { color: var(--bad) } .pending, .error, .unknown { color: var(--open) }
.quiet { color: var(--quiet); font-size: .875rem } .verdict { font-size: 1.1rem; font-weight: 600; margin: 0 }
.wide { overflow-x: auto; position: relative } tbody th[scope=row] { background: var(--bg); left: 0; min-width: 7rem; position: sticky }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: .4rem; padding: 1rem; margin: 0 0 1rem }
.finding.accepted { border-left-color: var(--line) }
pre { background: var(--soft); border-radius: .4rem; margin: 0 0 .75rem; overflow-x: auto; padding: .75rem; white-space: pre-wrap }
details { margin: .35rem 0 } summary { cursor: pointer; font-size: .875rem } details pre { margin-top: .5rem }
.timeline { display: block; max-width: 44rem; min-width: 34rem; width: 100% } h3, summary, td code { overflow-wrap: anywhere } td code { display: inline-block; min-width: 12rem } .timeline .label { fill: var(--quiet); font-size: 11px }
.axis { stroke: var(--line) } .dot { fill: var(--blue); stroke: var(--bg) } .dot.yoti { fill: var(--good) } .dot.gauntlet { fill: var(--quiet) } .dot.bad { fill: var(--bad) }
#filters { display: flex; flex-wrap: wrap; gap: 1rem; margin-bottom: .75rem } #filters[hidden] { display: none }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media print { @page { size: A4 landscape; margin: 12mm } :root { color-scheme: light; --bg: #fff; --fg: #1b1f24; --quiet: #57606a; --line: #d0d7de;
  --soft: #f6f8fa; --good: #116329; --bad: #a40e26; --open: #7d4e00; --wrong: #ffebe9; --blue: #0550ae }
  details, #filters { display: none } .wide { overflow: visible } main { max-width: none; padding: 0 } th, td { font-size: 11px; padding: .2rem .4rem }
  .decisions td { min-width: 0 } td code { font-size: 10px; min-width: 0 } .finding, tr { break-inside: avoid } }
`
