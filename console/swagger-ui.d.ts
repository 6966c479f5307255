/** What of the library is used here: it comes without types. */
declare module 'swagger-ui-dist/swagger-ui-bundle.js' {
  const SwaggerUI: (options: Readonly<Record<string, unknown>>) => unknown
  export = SwaggerUI
}
