// What docs/breaking-changes.md says of a version: the shapes of answers that changed since the one before.
const heading = (version) => `## Shapes that changed in ${version}`

/**
 * The page with the changes of a version, above those of older ones. A version that is there already is replaced.
 * @param lines what `mock-yoti shapes diff` prints
 */
export const withShapeChanges = (page, version, lines) => {
  const [introduction = '', ...sections] = page.split(/\n(?=## Shapes that changed in )/)
  const older = sections.filter((section) => !section.startsWith(`${heading(version)}\n`))
  const text = lines
    .trim()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
  return `${[introduction.trimEnd(), [heading(version), '', ...text].join('\n'), ...older.map((section) => section.trimEnd())].join('\n\n')}\n`
}
