// Says, in CycloneDX, which packages are inside the bundle: `npm sbom` sees only what is installed beside a package.

const packageUrl = ({ name, version, purl }) => purl ?? `pkg:npm/${name.replace('@', '%40')}@${version}`

const component = (type, manifest) => ({
  type,
  'bom-ref': packageUrl(manifest),
  name: manifest.name,
  version: manifest.version,
  // One licence has an id; a choice of several is an expression.
  licenses: [/\s/.test(manifest.license) ? { expression: manifest.license } : { license: { id: manifest.license } }],
  purl: packageUrl(manifest),
})

/**
 * The bill of materials of a build. It has no time and no serial number: the same sources make the same text.
 * @param product the package.json of what was built
 * @param bundled the package.json of every package inside
 * @param data the like of what is no package, with its `purl`
 */
export const sbomOf = (product, bundled, data) =>
  `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: { component: component('application', product) },
      components: [
        ...bundled.map((manifest) => component('library', manifest)),
        ...data.map((manifest) => component('data', manifest)),
      ],
      dependencies: [{ ref: packageUrl(product), dependsOn: [...bundled, ...data].map(packageUrl) }],
    },
    undefined,
    2,
  )}\n`
