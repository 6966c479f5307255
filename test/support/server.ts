import { connectMockYoti, fixedClock, type MockYoti, type MockYotiOptions, startMockYoti } from '../../server/index.js'

/** The instant that tests live in, unless they say otherwise. */
export const testNow = '2026-03-04T12:00:00Z'

type Target = MockYoti & { readonly close: () => Promise<void> }

/**
 * The server under test: one in this process with every answer checked, or, when MOCK_YOTI_URL is set, the one that
 * runs there.
 */
export const openTarget = async (): Promise<Target> => {
  const url = process.env['MOCK_YOTI_URL']
  if (url !== undefined) return { ...connectMockYoti(url), close: async () => undefined }
  return startServer()
}

/** A server in this process, its clock standing still and every answer checked against its document. */
export const startServer = (options: MockYotiOptions = {}): ReturnType<typeof startMockYoti> =>
  startMockYoti({ clock: fixedClock(testNow), checkAnswers: true, ...options })
