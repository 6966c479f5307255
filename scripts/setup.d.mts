export declare const isSource: (path: string) => boolean
export declare const markBuilt: (part: 'code' | 'types') => void
export declare const keepBuilt: () => void
export declare const keepPackable: () => void
export declare const setUp: () => void
