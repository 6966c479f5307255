export declare class PairedIds {
  get count(): number
  fix(text: string): void
  same(oldText: string, newText: string): boolean
  toNew(text: string): string
}
