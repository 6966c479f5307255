// The servers that the bench compares with: the same answer from node:http, from Fastify and from plain Express 5.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [kind, port, file] = process.argv.slice(2)
const bytes = readFileSync(file)
const body = JSON.parse(bytes.toString())
const path = '/idverify/v1/sessions/:sessionId'

/** Each is loaded only when it is the one: its start and its memory are compared too. */
const listen = {
  bare: async (options) => {
    createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length }).end(bytes)
    }).listen(options)
  },
  fastify: async (options) => {
    const { fastify } = await import('fastify')
    const app = fastify()
    app.get(path, async () => body)
    await app.listen(options)
  },
  express: async ({ port, host }) => {
    const { default: express } = await import('express')
    const app = express()
    app.get(path, (_request, response) => {
      response.json(body)
    })
    app.listen(port, host)
  },
}

await listen[kind]({ port: Number(port), host: '127.0.0.1' })
process.once('SIGTERM', () => process.exit(0))
