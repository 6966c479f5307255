import type { TestProject } from 'vitest/node'
import { MockYotiContainer } from '../../testcontainers/index.js'
import { testImage } from './image.js'

/** Starts the image once; the HTTP and SDK suites of this project find it by MOCK_YOTI_URL. */
export const setup = async (project: TestProject): Promise<() => Promise<unknown>> => {
  const container = await new MockYotiContainer(testImage()).withCheckAnswers().start()
  project.config.env = { ...project.config.env, MOCK_YOTI_URL: container.getUrl() }
  return () => container.stop()
}
