// The shape of a type, written out without the names and paths of what it is made of.
import { createHash } from 'node:crypto'
import ts from 'typescript'

const { TypeFlags, SymbolFlags, ModifierFlags } = ts
const format = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias
// A longer shape is named by its hash where it is used, or shapes that are used often would be written out as often.
const longest = 400

/** @param {ts.TypeChecker} checker @param {string} root the package's folder: what is declared below it is written out */
export const createShapes = (checker, root) => {
  const known = new Map()
  const open = []

  const isOurs = (symbol) => (symbol?.declarations ?? []).some((one) => one.getSourceFile().fileName.startsWith(root))
  /** A property that is named by a symbol has its number in the name that the compiler gives it. */
  const nameOf = ({ name }) => name.replace(/^__@(\w+)@\d+$/, '[$1]')
  const short = (text) =>
    text.length <= longest ? text : `#${createHash('sha256').update(text).digest('hex').slice(0, 12)}`

  const signature = (one) => {
    const generics = (one.typeParameters ?? []).map((parameter) => parameter.symbol.name)
    const parameters = one.getParameters().map((parameter) => {
      const declaration = parameter.valueDeclaration
      const type = checker.getTypeOfSymbol(parameter)
      const isOptional =
        declaration !== undefined && ts.isParameter(declaration) && checker.isOptionalParameter(declaration)
      return `${isOptional ? '?' : ''}${shape(type)}`
    })
    return `<${generics.join()}>(${parameters.join(', ')}) => ${shape(one.getReturnType())}`
  }

  const property = (symbol) => {
    const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0]
    const modifiers = declaration === undefined ? 0 : ts.getCombinedModifierFlags(declaration)
    if (modifiers & ModifierFlags.Private) return []
    // Not in the compiler's own types.
    const { getCheckFlags } = /** @type {{ getCheckFlags?: (symbol: object) => number }} */ (
      /** @type {unknown} */ (ts)
    )
    const isReadonly = ((getCheckFlags?.(symbol) ?? 0) & 8) !== 0 || (modifiers & ModifierFlags.Readonly) !== 0
    const marks = `${isReadonly ? 'readonly ' : ''}${nameOf(symbol)}${symbol.flags & SymbolFlags.Optional ? '?' : ''}`
    return [`${marks}: ${shape(checker.getTypeOfSymbol(symbol))}`]
  }

  const object = (type) => {
    const indexes = checker
      .getIndexInfosOfType(type)
      .map(
        ({ keyType, type: value, isReadonly }) =>
          `${isReadonly ? 'readonly ' : ''}[${shape(keyType)}]: ${shape(value)}`,
      )
    const calls = type.getCallSignatures().map(signature)
    const constructs = type.getConstructSignatures().map((one) => `new ${signature(one)}`)
    const properties = checker.getPropertiesOfType(type).flatMap(property).sort()
    return `{ ${[...indexes, ...calls, ...constructs, ...properties].join('; ')} }`
  }

  const write = (type) => {
    if (type.flags & TypeFlags.Boolean) return 'boolean'
    if (type.isUnion()) return [...new Set(type.types.map(shape))].sort().join(' | ')
    if (type.isIntersection() && type.types.some((part) => part.flags & TypeFlags.TypeParameter))
      return type.types.map(shape).sort().join(' & ')
    if (!(type.flags & (TypeFlags.Object | TypeFlags.Intersection)))
      return checker.typeToString(type, undefined, format)
    const parts = checker.isArrayType(type) || checker.isTupleType(type) ? checker.getTypeArguments(type) : undefined
    if (parts !== undefined) {
      const kind = checker.isTupleType(type)
        ? `tuple ${type.target.readonly ? 'readonly ' : ''}${type.target.elementFlags.join()}`
        : type.symbol.name
      return `${kind}<${parts.map(shape).join(', ')}>`
    }
    // Of the language, of Node or of another package: its name says it.
    if (
      type.symbol !== undefined &&
      !isOurs(type.symbol) &&
      type.symbol.name !== '__type' &&
      !(type.objectFlags & ts.ObjectFlags.Mapped)
    )
      return `${nameOf(type.symbol)}<${(type.aliasTypeArguments ?? checker.getTypeArguments(type) ?? []).map(shape).join(', ')}>`
    return object(type)
  }

  /** @param {ts.Type} type */
  function shape(type) {
    const kept = known.get(type)
    if (kept !== undefined) return short(kept)
    const above = open.lastIndexOf(type)
    if (above !== -1) return `^${open.length - above}`
    open.push(type)
    const text = write(type)
    open.pop()
    // What refers to a type that is still open reads differently elsewhere.
    if (!text.includes('^') || open.length === 0) known.set(type, text)
    return short(text)
  }

  return (symbol) => {
    const target = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const parts = []
    const full = (type) => {
      shape(type)
      return known.get(type) ?? write(type)
    }
    if (target.flags & SymbolFlags.Value) parts.push(`value ${full(checker.getTypeOfSymbol(target))}`)
    if (target.flags & SymbolFlags.Type) {
      const type = checker.getDeclaredTypeOfSymbol(target)
      const generics = target.declarations?.[0]?.typeParameters?.map((one) => one.name.text) ?? []
      parts.push(`type <${generics.join()}> ${full(type)}`)
    }
    return parts.join('\n')
  }
}
