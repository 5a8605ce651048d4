/** Plain shading, for the low preset: every material that has a plainer way to be shaded is told of it here. */
import type { ShaderMaterial } from 'three'

const materials = new Set<ShaderMaterial>()
let isPlain = false

function tell(material: ShaderMaterial): void {
  if (isPlain) material.defines.PLAIN = 1
  else delete material.defines.PLAIN
  material.needsUpdate = true
}

/** Keeps `material` told, as long as it lives: its shaders see PLAIN defined while shading is plain. */
export function followShading(material: ShaderMaterial): ShaderMaterial {
  materials.add(material)
  material.addEventListener('dispose', () => materials.delete(material))
  tell(material)
  return material
}

/** Makes shading plain or full; cheap when nothing changes. */
export function setPlainShading(plain: boolean): void {
  if (plain === isPlain) return
  isPlain = plain
  for (const material of materials) tell(material)
}
