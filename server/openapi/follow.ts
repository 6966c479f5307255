import type { OpenAPIV3_1 } from 'openapi-types'
import yoti from './generated/yoti.json' with { type: 'json' }

/** The object of openapi.yaml that a reference points to; any other object is returned as it is. */
export const follow = <Node extends object>(node: Node | OpenAPIV3_1.ReferenceObject): Node =>
  '$ref' in node
    ? // A reference points to an object of the kind that could stand in its place.
      (node.$ref
        .slice(2)
        .split('/')
        .reduce((at: unknown, key) => (at as Readonly<Record<string, unknown>>)[key], yoti) as Node)
    : node
