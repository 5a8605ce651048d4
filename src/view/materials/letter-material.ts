/** Ink on planks: words painted in a picture, drawn over what is there already, unlit, for the plank itself is lit. */
import type { Texture } from 'three'
import { ShadedMaterial } from './shaded-material.ts'

const vertexShader = /* glsl */ `
varying vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`

const fragmentShader = /* glsl */ `
uniform sampler2D uLetters;
varying vec2 vUv;
void main() {
  gl_FragColor = texture2D(uLetters, vUv);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}
`

/** A material that shows `letters`; its program outlives it, so that another board or another world links none. */
export function createLetterMaterial(letters: Texture): ShadedMaterial {
  return new ShadedMaterial({ uniforms: { uLetters: { value: letters } }, vertexShader, fragmentShader, transparent: true, depthWrite: false, polygonOffset: true, polygonOffsetFactor: -2 })
}

/** Frees a material of letters and its picture. */
export function disposeLetterMaterial(material: ShadedMaterial): void {
  const letters = material.uniforms['uLetters']?.value as Texture | undefined
  letters?.dispose()
  material.dispose()
}
