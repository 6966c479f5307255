import {
  createServer,
  IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  ServerResponse,
} from 'node:http'
import express, { type Express, type Request, type Response } from 'express'
import type { AllowedPages } from '../auth/origin.js'
import type { PageDeps } from '../pages/user-view.js'
import { type ControlPipelineDeps, handleControl } from './control-pipeline.js'
import { type OpenDeps, openExchange } from './exchange.js'
import type { InFlight } from './in-flight.js'
import { answerAnyway } from './last-resort.js'
import { createRespond, type RespondDeps } from './respond.js'
import { routeNowhere } from './route.js'
import { createMount, handleConsole, handleDocument, handlePage } from './surfaces.js'
import { originForm } from './target.js'
import { handleToken, type TokenDeps } from './token-pipeline.js'
import { handleYoti, type YotiDeps } from './yoti-pipeline.js'

/** What requests are answered with. */
export type HttpDeps = OpenDeps &
  RespondDeps &
  YotiDeps &
  ControlPipelineDeps &
  TokenDeps &
  AllowedPages & { readonly pages: PageDeps; readonly inFlight: InFlight }

/** The surfaces, one below the other. Paths are compared once, by `parseTarget`: Express would change some of them. */
const createApp = (deps: HttpDeps): Express => {
  const respond = createRespond(deps)
  const onSurface = createMount(respond, deps)
  const app = express()
  // Express sets the prototype of every request and response, which makes V8 forget what it knew of them. These are the
  // prototypes that they have: the call changes nothing (docs/decisions/0003-express-prototypes.md).
  app.request = IncomingMessage.prototype as Request
  app.response = ServerResponse.prototype as Response
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(onSurface('yoti', handleYoti(deps)))
  app.use(onSurface('control', handleControl(deps)))
  app.use(onSurface('oauth', handleToken(deps)))
  app.use(onSurface('document', handleDocument(deps)))
  app.use(onSurface('page', handlePage(deps.pages)))
  app.use(onSurface('console', handleConsole))
  app.use(onSurface('none', routeNowhere))
  app.use(respond.withError)
  return app
}

/** Makes a server; that of `node:http` unless https is wanted. */
export type CreateServer = (options: ServerOptions, listener: RequestListener) => Server

/** An http server whose requests Express answers. */
export const createHttpServer = (deps: HttpDeps, create: CreateServer = createServer): Server => {
  const app = createApp(deps)
  const options = {
    // Refused by `checkHeaders`, with a body that says so.
    requireHostHeader: false,
    // No keepAliveTimeout: any but Node's own costs 10 µs a request, and clients are sent that one.
  }
  // Whatever a client expects, it gets an answer, as from any gateway: Node would send 417 without an id or a body.
  // Express answers HTML when it finds no handler or its own parts fail; here it hands over instead.
  const lastResort = answerAnyway(deps)
  const open = openExchange(deps)
  const listener: RequestListener = (request, response) => {
    request.url = originForm(request.url ?? '/')
    // They have none of the methods that Express adds, and no handler uses those.
    const [incoming, outgoing] = [request as Request, response as Response]
    outgoing.locals = { exchange: open(incoming, outgoing) }
    // The exchange has the target. Express would parse it again, odd ones by a function of which Node warns.
    incoming.url = '/'
    app(incoming, outgoing, lastResort(response))
  }
  // Node would write `100 Continue` within an earlier answer of the connection; here it waits for its turn.
  const onContinue: RequestListener = (request, response) => {
    const proceed = () => {
      if (!response.headersSent) response.writeContinue()
    }
    if (response.socket === null) response.once('socket', proceed)
    else proceed()
    listener(request, response)
  }
  return create(options, listener).on('checkExpectation', listener).on('checkContinue', onContinue)
}
