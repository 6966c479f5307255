import { demo } from '../base/demo.js'
import type { Application } from './application.js'

export const demoSdkId: string = demo.sdkId

export const createDemoApplication = (): Application => ({ sdkId: demo.sdkId, keys: [demo.publicKey] })
