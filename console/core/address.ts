/** The server's root: where this page is, which may be below the prefix of a proxy. */
export const root: URL = new URL('.', window.location.href.replace(/[?#].*$/s, ''))

/** The base URL to give an SDK. */
export const apiUrl: string = new URL('idverify/v1', root).href

/** The server's address without a slash at its end. */
export const serverUrl: string = root.href.replace(/\/$/, '')

/** The address of the control API. */
export const controlUrl: string = new URL('__mock', root).href
