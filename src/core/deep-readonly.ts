/** The type of a value that may be read through and through and written nowhere. */

/** `T` with every property, at every depth, read only. */
export type DeepReadonly<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : T extends Float32Array | Float64Array | Uint8Array | Uint16Array | Uint32Array | Int32Array
      ? T
      : T extends object
        ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
        : T
