// Prints how many milliseconds the import of the library and the first server take, and another server.
import { pathToFileURL } from 'node:url'

const began = performance.now()
const { startMockYoti } = await import(pathToFileURL(process.argv[2]).href)
const first = await startMockYoti()
const firstMs = performance.now() - began
const again = performance.now()
const second = await startMockYoti()
const anotherMs = performance.now() - again
await Promise.all([first.close(), second.close()])
console.log(JSON.stringify({ firstMs, anotherMs }))
