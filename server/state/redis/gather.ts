import { setImmediate } from 'node:timers'

type Asked<Question, Answer> = {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Asks together what is asked in the same turn of the event loop: under load many requests share one question to the store.
 * @param ask answers in the order of the questions
 * @param most questions that are asked together
 */
export const gather = <Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  most: number,
): ((question: Question) => Promise<Answer>) => {
  let asked: Asked<Question, Answer>[] = []

  const askSome = async (some: readonly Asked<Question, Answer>[]) => {
    try {
      const answers = await ask(some.map(({ question }) => question))
      // An answer for each question, in their order.
      for (const [at, { resolve }] of some.entries()) resolve(answers[at] as Answer)
    } catch (error) {
      for (const { reject } of some) reject(error)
    }
  }

  const askAll = () => {
    const all = asked
    asked = []
    for (let from = 0; from < all.length; from += most) void askSome(all.slice(from, from + most))
  }

  return (question) =>
    new Promise((resolve, reject) => {
      if (asked.length === 0) setImmediate(askAll)
      asked.push({ question, resolve, reject })
    })
}
