/** Operations that a service calls before there is anything to visit. */
export const orderingOperations: readonly string[] = ['createSession', 'getSessionConfiguration', 'putInstructions']
