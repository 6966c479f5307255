import { YotiError } from '../../base/errors.js'
import { didYouMean } from '../../base/nearest.js'
import { findWebhook, webhookShapes } from '../../shapes/webhook-shapes.js'
import type { Operation } from '../control-operation.js'

/** Fails closed, as provider states do: a message that nobody sends must never be verified. */
export const makeMessage: Operation<'makeMessage', never> = ({ request }) => {
  const { description } = request.body
  const webhook = findWebhook(description)
  if (webhook !== undefined) return { status: 200, body: webhook.body }
  const known = webhookShapes().map((shape) => shape.description)
  const message = `No message is called '${description}'.${didYouMean(description, known)} Known: ${known.join(', ')}`
  throw new YotiError('PAYLOAD_VALIDATION', { message, errors: [{ property: 'description', message }] })
}
