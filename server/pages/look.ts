/**
 * The colours of everything that people look at: these pages, and the console, whose style sheet the build begins with
 * them. Each text colour has a contrast of at least 4.5 to 1 on each ground, in both schemes.
 */
export const look = `
:root { color-scheme: light dark; --ink: #1a202c; --soft: #566074; --paper: #fff; --ground: #f5f6f9; --sunk: #eceff4; --line: #dde2ea; --edge: #7c879b; --accent: #0a5c63; --on-accent: #fff; --tint: #e2f1f1; --done: #0b6b43; --done-ground: #e1f4ea; --bad: #a3261f; --bad-ground: #fdecea; --warn: #7a4d00; --warn-ground: #fdf1d8; --info: #1f4e9c; --info-ground: #e6eefb }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --soft: #a3adbf; --paper: #171c26; --ground: #0f131b; --sunk: #202736; --line: #2b3444; --edge: #76839b; --accent: #6fd0d6; --on-accent: #06282b; --tint: #12353a; --done: #6bdba8; --done-ground: #10352a; --bad: #ff9d94; --bad-ground: #3f1d1b; --warn: #f2c46d; --warn-ground: #3a2b0d; --info: #9dc0ff; --info-ground: #1a2c4d } }
`
