/** A text without the user names and passwords of the addresses in it. */
export const withoutLogin = (text: string): string =>
  text.replace(/(https?:\/\/)[^\s/@"'<>]*(?::[^\s/"'<>]*)?@/gi, '$1')

/** An address, and the login that stood in it. */
export type Address = { readonly url: string; readonly username?: string; readonly password?: string }

/** Takes the login out of an address: `https://user:word@broker.example`. */
export const splitLogin = (text: string): Address => {
  const url = new URL(text)
  if (url.username === '' && url.password === '') return { url: text }
  const username = decodeURIComponent(url.username)
  const password = decodeURIComponent(url.password)
  return { url: withoutLogin(text), username, password }
}
