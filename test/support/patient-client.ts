import { setTimeout } from 'node:timers/promises'

const mostTries = 5

/** A relying business's client: asks again after 429, 5xx and broken connections, as long as Retry-After says. */
export const readPatiently = async (url: string): Promise<{ state: string }> => {
  for (let tries = 1; ; tries++) {
    try {
      const response = await fetch(url)
      if (response.ok) return (await response.json()) as { state: string }
      if (response.status !== 429 && response.status < 500) throw new Error(`refused with ${response.status}`)
      await setTimeout(Number(response.headers.get('retry-after') ?? 0) * 1000)
    } catch (error) {
      if (tries === mostTries) throw error
    }
    if (tries === mostTries) throw new Error('Yoti does not answer')
  }
}
