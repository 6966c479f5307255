/** A kind of document from one country. Types and countries as Yoti writes them. */
export type DocumentChoice = {
  readonly type: string
  readonly country: string
  /** Where the type does not say whether it is an identity or a supplementary document. */
  readonly kind?: 'ID_DOCUMENT' | 'SUPPLEMENTARY_DOCUMENT'
  /** Of a digital ID: who may share it; never empty. */
  readonly providers?: readonly string[]
}
