/** Expected failure as a value. */

/** Either a value or the reason why there is none. */
export type Result<T, Reason> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason }
