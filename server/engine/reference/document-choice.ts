/** A kind of document from one country. Types and countries as Yoti writes them. */
export type DocumentChoice = {
  readonly type: string
  readonly country: string
  /** Of a digital ID: who may share it; never empty. */
  readonly providers?: readonly string[]
}
