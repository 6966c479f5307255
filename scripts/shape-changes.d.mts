export function withShapeChanges(page: string, version: string, lines: string): string
