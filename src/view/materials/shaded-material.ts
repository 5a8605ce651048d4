/** The material of everything that the world is made of: told how it is shaded, and outlived by its program. */
import { ShaderMaterial, type ShaderMaterialParameters } from 'three'

/** Materials that are in use. */
const living = new Set<ShadedMaterial>()
/** The last material of each kind that went, by its shaders and what is defined for them: as long as it is not let go, the renderer keeps the program for the next of its kind. */
const gone = new Map<string, ShadedMaterial>()
let isPlain = false

/**
 * A shader material whose shaders see PLAIN defined while shading is plain (the low preset). Every world makes its materials anew, and to link a
 * program anew takes longer than anything else in a swap: so a material that is disposed lingers, empty, until another of its kind goes.
 */
export class ShadedMaterial extends ShaderMaterial {
  private isDrawn = false

  constructor(parameters: ShaderMaterialParameters) {
    // a list of its own: the uniforms in it may be everybody's
    super({ ...parameters, uniforms: { ...parameters.uniforms } })
    living.add(this)
    this.tell()
  }

  /** Takes the shading that holds now. */
  tell(): void {
    if (isPlain) this.defines.PLAIN = 1
    else delete this.defines.PLAIN
    this.needsUpdate = true
  }

  override onBeforeRender(): void {
    this.isDrawn = true
  }

  override dispose(): void {
    if (!living.delete(this)) return
    // what was never drawn has no program to keep
    if (!this.isDrawn) return super.dispose()
    const kind = `${this.vertexShader}${this.fragmentShader}${JSON.stringify(this.defines)}`
    const before = gone.get(kind)
    gone.set(kind, this)
    // what it was drawn with is not kept, once whoever disposes of the rest has done so
    queueMicrotask(() => {
      for (const name of Object.keys(this.uniforms)) delete this.uniforms[name]
    })
    before?.letGo()
  }

  private letGo(): void {
    super.dispose()
  }
}

/** Makes shading plain or full; cheap when nothing changes. */
export function setPlainShading(plain: boolean): void {
  if (plain === isPlain) return
  isPlain = plain
  for (const material of living) material.tell()
}
