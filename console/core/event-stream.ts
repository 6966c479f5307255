/** One event of the stream, as it came. */
export type StreamEvent = { readonly id: string; readonly type: string; readonly data: string }

const fieldsOf = (block: string): StreamEvent | undefined => {
  const found = { id: '', event: '', data: '' }
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^(id|event|data): ?(.*)$/.exec(line) ?? []
    if (name === 'id' || name === 'event') found[name] = value
    if (name === 'data') found.data += found.data === '' ? value : `\n${value}`
  }
  return found.data === '' ? undefined : { id: found.id, type: found.event, data: found.data }
}

/**
 * Reads server-sent events from the body of an answer: an EventSource sends no Authorization header.
 * @param onBytes is called for whatever comes, heartbeats too
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: () => void,
): AsyncGenerator<StreamEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  try {
    while (true) {
      const { done, value } = await reader.read()
      if (done) return
      onBytes()
      text += value.replaceAll('\r', '')
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = fieldsOf(block)
        if (event !== undefined) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
