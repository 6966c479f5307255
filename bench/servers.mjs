// The servers that the bench compares with: the same bytes, from node:http and from plain Express 5.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import express from 'express'

const [kind, port, file] = process.argv.slice(2)
const bytes = readFileSync(file)
const body = JSON.parse(bytes.toString())

const bare = () =>
  createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length }).end(bytes)
  })

const plainExpress = () => {
  const app = express()
  app.get('/idverify/v1/sessions/:sessionId', (_request, response) => {
    response.json(body)
  })
  return createServer(app)
}

const server = kind === 'bare' ? bare() : plainExpress()
server.listen(Number(port), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
