import { demoPrivateKeyFile, demoPublicKeyFile, demoSdkId } from '../server/auth/demo-application.js'

/** What `mock-yoti keys` prints: the demo application's id and keys, and how each client takes them. */
export const keysText = (): string => `The demo application (for tests only: everybody has its private key)

  sdkId         ${demoSdkId}
  private key   ${demoPrivateKeyFile}
  public key    ${demoPublicKeyFile}

Give the private key to your SDK

  Node     new IDVClient('${demoSdkId}', readFileSync(file, 'utf8'))
  Java     DocScanClient.builder().withClientSdkId("${demoSdkId}").withKeyPairSource(FileKeyPairSource.fromFile(file))
  PHP      new DocScanClient('${demoSdkId}', 'file://' . $file)
  Python   DocScanClient("${demoSdkId}", file)
  Ruby     config.client_sdk_id = '${demoSdkId}'; config.key_file_path = file
  Go       docscan.NewClient("${demoSdkId}", pem)
  .NET     new DocScanClient("${demoSdkId}", streamReader)

Keep your own sdkId and key instead

  mock-yoti --key SDKID=public-key.pem   its signatures are verified, as the demo application's are
  openssl rsa -in private-key.pem -pubout -out public-key.pem

An sdkId without a key is accepted unless --signatures strict is set.`
