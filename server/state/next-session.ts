/** A choice of scenario that waits for sessions to be created: for those of an application, or for anybody's. */
export type NextSession = { readonly scenario: string; readonly sdkId?: string; readonly times: number }
