export { MockYotiContainer } from './mock-yoti-container.js'
export { StartedMockYotiContainer } from './started-mock-yoti-container.js'
