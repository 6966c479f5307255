export declare const keepBuilt: () => void
