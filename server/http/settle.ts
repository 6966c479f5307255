/**
 * Runs a decision to its end, so that what it counts can be written even when it is a refusal.
 * @returns what gives its result, or throws its refusal
 */
export const settle = <T>(decide: () => T): (() => T) => {
  try {
    const result = decide()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}
