import { fileURLToPath } from 'node:url'
import { demo } from '../server/base/demo.js'
import { packageFile } from '../server/base/package-files.js'

const demoPrivateKeyFile = fileURLToPath(packageFile('keys/demo-private-key.pem'))
const demoPublicKeyFile = fileURLToPath(packageFile('keys/demo-public-key.pem'))

import { type Options, readArguments } from '../server/base/arguments.js'
import type { CommandResult } from './command.js'

/** The demo application's id and keys, and how each client takes them. */
const keysText = (): string => `The demo application (for tests only: everybody has its private key)

  sdkId         ${demo.sdkId}
  private key   ${demoPrivateKeyFile}
  public key    ${demoPublicKeyFile}

Give the private key to your SDK

  Node     new IDVClient('${demo.sdkId}', readFileSync(file, 'utf8'))
  Java     DocScanClient.builder().withClientSdkId("${demo.sdkId}").withKeyPairSource(FileKeyPairSource.fromFile(file))
  PHP      new DocScanClient('${demo.sdkId}', 'file://' . $file)
  Python   DocScanClient("${demo.sdkId}", file)
  Ruby     config.client_sdk_id = '${demo.sdkId}'; config.key_file_path = file
  Go       docscan.NewClient("${demo.sdkId}", pem)
  .NET     new DocScanClient("${demo.sdkId}", streamReader)

Keep your own sdkId and key instead

  mock-yoti --key SDKID=public-key.pem   its signatures are verified, as the demo application's are
  openssl rsa -in private-key.pem -pubout -out public-key.pem

An sdkId without a key is accepted unless --signatures strict is set.`

type Settings = { readonly json?: boolean }

export const keysOptions: Options<Settings> = {
  json: { help: 'print JSON', default: 'false', parse: () => ({ json: true }) },
}

/** `mock-yoti keys`. @throws UsageError for what cannot be understood */
export const keysCommand = (argv: readonly string[]): CommandResult => {
  const { json } = Object.assign({}, ...readArguments(keysOptions, argv)) as Settings
  const keys = { sdkId: demo.sdkId, privateKeyFile: demoPrivateKeyFile, publicKeyFile: demoPublicKeyFile }
  return { text: json ? JSON.stringify(keys, null, 2) : keysText(), exitCode: 0 }
}
