import { demoKeys } from './package-files.js'

/** The application that every mock-yoti knows; its key pair is public and for tests only. */
export const demo: { readonly sdkId: string; readonly privateKey: string; readonly publicKey: string } = {
  /** Its id; SDKs send it with each request. */
  sdkId: '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684',
  /** PEM, PKCS#1: what SDKs want. */
  privateKey: demoKeys.privateKey,
  /** PEM. */
  publicKey: demoKeys.publicKey,
}
