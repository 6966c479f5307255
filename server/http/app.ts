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
import { checkHeaders } from './check-headers.js'
import { type ControlPipelineDeps, handleControl } from './control-pipeline.js'
import { type OpenDeps, openExchange } from './exchange.js'
import type { InFlight } from './in-flight.js'
import { answerAnyway } from './last-resort.js'
import { answerOptions } from './methods.js'
import { createRespond, type RespondDeps, respondWithError } from './respond.js'
import { routeNowhere } from './route.js'
import { handleConsole, handleDocument, handlePage, onSurface } from './surfaces.js'
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
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(openExchange(deps))
  app.use(checkHeaders(deps))
  app.use(answerOptions(respond))
  app.use(onSurface('yoti', handleYoti(deps), respond))
  app.use(onSurface('control', handleControl(deps), respond))
  app.use(onSurface('oauth', handleToken(deps), respond))
  app.use(onSurface('document', handleDocument, respond))
  app.use(onSurface('page', handlePage(deps.pages), respond))
  app.use(onSurface('console', handleConsole, respond))
  app.use(onSurface('none', routeNowhere, respond))
  app.use(respondWithError(deps))
  return app
}

type Constructor = new (...args: never[]) => object

/** A constructor whose instances already have the prototype that Express gives every request and response. */
const withPrototype = <Base extends Constructor>(base: Base, prototype: object): Base => {
  // Node's two classes are constructor functions; calling them is several times faster than Reflect.construct.
  const construct = base as unknown as (this: object, ...args: unknown[]) => void
  function Prepared(this: object, first: unknown, second: unknown) {
    construct.call(this, first, second)
  }
  Prepared.prototype = prototype
  // A constructor function stands in for the class; Node only calls it with `new`.
  return Prepared as unknown as Base
}

/** Makes a server; that of `node:http` unless https is wanted. */
export type CreateServer = (options: ServerOptions, listener: RequestListener) => Server

/**
 * An http server whose requests Express answers. Express sets the prototype of every request and response, which makes
 * V8 forget what it knew of them; here they are made with those prototypes, so that the call changes nothing
 * (docs/decisions/0003-express-prototypes.md).
 */
export const createHttpServer = (deps: HttpDeps, create: CreateServer = createServer): Server => {
  const app = createApp(deps)
  const options = {
    IncomingMessage: withPrototype(IncomingMessage, app.request),
    ServerResponse: withPrototype(ServerResponse, app.response),
    // Refused by `checkHeaders`, with a body that says so.
    requireHostHeader: false,
    // No keepAliveTimeout: any but Node's own costs 10 µs a request, and clients are sent that one.
  }
  // Whatever a client expects, it gets an answer, as from any gateway: Node would send 417 without an id or a body.
  // Express answers HTML when it finds no handler or its own parts fail; here it hands over instead.
  const lastResort = answerAnyway(deps)
  const listener: RequestListener = (request, response) => {
    request.url = originForm(request.url ?? '/')
    // The prototypes are those of Express, as prepared above.
    app(request as Request, response as Response, lastResort(response))
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
