import type { JSX } from 'preact'

const breaks = /(?<=[\w})][_\-/:.,&?=])(?=[^\s_\-/:.,&?=])|(?<=[a-z])(?=[A-Z])/

/** A name or a path. Where there is no room for it, its line breaks between its words, not within them. */
export const Name = ({ text }: { text: string }): JSX.Element => (
  <>{text.split(breaks).flatMap((piece, index) => (index === 0 ? [piece] : [<wbr key={index} />, piece]))}</>
)
