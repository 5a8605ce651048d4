/** Whether two places are near each other. */

/** Whether `a` lies within `meters` of `b` on the map; at exactly that distance no more. */
export function isWithin(a: { readonly x: number; readonly z: number }, b: { readonly x: number; readonly z: number }, meters: number): boolean {
  return (a.x - b.x) ** 2 + (a.z - b.z) ** 2 < meters * meters
}
