import { readFileSync } from 'node:fs'

/** The application whose key comes with mock-yoti. */
export const demoApplication: { readonly sdkId: string; readonly key: string } = {
  sdkId: '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684',
  key: readFileSync(new URL('../keys/demo-private-key.pem', import.meta.url), 'utf8'),
}
