import type { RequestHandler } from 'express'
import { assertOwnPage } from '../auth/origin.js'
import { exchangeOf } from './exchange.js'

/** Refuses what web pages of other sites send. The control API has its own rules: whoever has its token may come from anywhere. */
export const refuseForeignPages =
  (allowedOrigins: readonly string[]): RequestHandler =>
  (_request, response, next) => {
    const { target, rawHeaders } = exchangeOf(response)
    if (target.surface !== 'control') assertOwnPage(rawHeaders, allowedOrigins) // 403
    next()
  }
