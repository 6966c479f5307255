/** What memory answers at once and a shared store later. */
export type Maybe<T> = T | Promise<T>
