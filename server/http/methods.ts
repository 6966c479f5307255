import { controlRouter, yotiRouter } from '../openapi/router.js'
import type { Exchange, Reply } from './exchange.js'
import type { Target } from './target.js'

/** The method that a request is routed by: HEAD is answered as GET, and Node leaves the body out. */
export const routedMethod = (method: string): string => (method === 'HEAD' ? 'GET' : method)

/** An `Allow` header, with the methods that every path takes. */
export const allowHeader = (methods: readonly string[]): { readonly Allow: string } => ({
  Allow: [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', '),
})

export const pageMethods: readonly string[] = ['GET', 'POST']
export const documentMethods: readonly string[] = ['GET']
export const tokenMethods: readonly string[] = ['POST']

const everyMethod = ['GET', 'POST', 'PUT', 'DELETE']

/** The methods of a path; none where nothing answers. */
const methodsOf = (target: Target): readonly string[] | undefined => {
  switch (target.surface) {
    case 'page':
      return pageMethods
    case 'document':
    case 'console':
      return documentMethods
    case 'oauth':
      return tokenMethods
    case 'none':
      return target.path === '*' ? everyMethod : undefined
    default: {
      const router = target.surface === 'yoti' ? yotiRouter : controlRouter
      const match = router('OPTIONS', target.path)
      return match.kind === 'other-method' ? match.allow : undefined
    }
  }
}

/** The answer to OPTIONS: the methods that a path takes. Nothing to other methods, and where nothing answers. */
export const replyToOptions = ({ method, target }: Exchange): Reply | undefined => {
  if (method !== 'OPTIONS') return undefined
  const methods = methodsOf(target)
  return methods && { status: 204, headers: allowHeader(methods) }
}
