import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packageFile } from '../base/package-files.js'
import type { Application } from './application.js'

/** The application that every mock-yoti knows; its key pair is public and for tests only. */
export const demoSdkId = '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684'

export const demoPrivateKeyFile: string = fileURLToPath(packageFile('keys/demo-private-key.pem'))
export const demoPublicKeyFile: string = fileURLToPath(packageFile('keys/demo-public-key.pem'))

export const createDemoApplication = (): Application => ({
  sdkId: demoSdkId,
  keys: [readFileSync(demoPublicKeyFile, 'utf8')],
})
