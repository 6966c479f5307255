import type { Operation } from '../control-operation.js'
import { describeSettings } from '../describe-settings.js'

export const getSettings: Operation<'getSettings', 'config'> = ({ address }, { config }) => ({
  status: 200,
  body: {
    url: address,
    addresses: {
      api: `${address}/idverify/v1`,
      sandbox: `${address}/sandbox/idverify/v1`,
      token: `${address}/v1/oauth/token`,
      control: `${address}/__mock`,
    },
    settings: describeSettings(config),
  },
})
