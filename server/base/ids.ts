import { v4, v5, validate } from 'uuid'

/** New ids, injected so that tests can fix them. */
export type Ids = { readonly random: () => string }

export const randomIds: Ids = { random: () => v4() }

/** Namespace of everything that mock-yoti names. Changing it changes every named session's id. */
const mockYotiNamespace = '5d0c2c5e-0d5f-5c57-9e6f-3b8a7f1d9684'

/** An owner may be called anything: the id of a session below a scenario's base is the caller's. */
const asNamespace = (owner: string) => (isUuid(owner) ? owner : v5(owner, mockYotiNamespace))

/** Whether a text is a UUID, of any version. */
export const isUuid = (text: string): boolean => validate(text)

/** The id that belongs to a name within an owner: the same in every run, on every machine. */
export const deriveId = (owner: string, name: string): string => v5(name, asNamespace(owner))

/** The fixed session id of a scenario. */
export const namedSessionId = (scenarioId: string): string => deriveId(mockYotiNamespace, scenarioId)

/** A number from 0 to 1, another one each time: to spread what would happen together. */
export const randomFraction = (): number => Math.random()
