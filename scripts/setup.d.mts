export declare const isSource: (path: string) => boolean
export declare const markBuilt: () => void
export declare const keepBuilt: () => void
export declare const setUp: () => void
