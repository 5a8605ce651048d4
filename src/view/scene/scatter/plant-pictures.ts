/** Takes pictures of all large plants at the start, for drawing them afar with two triangles each. */
import { type BufferGeometry, Color, LinearFilter, LinearMipmapLinearFilter, Mesh, NoBlending, OrthographicCamera, DoubleSide, Scene, ShaderMaterial, type Texture, Vector4, WebGLRenderTarget, type WebGLRenderer } from 'three'
import { SPECIES, type SpeciesId } from '#worldgen/scatter/species.ts'
import { createPlantGeometry } from './plant-shapes.ts'
import { PLANT_TRAITS } from './plant-traits.ts'

/** Texels of one picture's side; four by four pictures. */
const PICTURE_TEXELS = 160

/** What is in which picture: every pictured species once, and a second sight of the commonest. */
const SITTERS: ReadonlyArray<{ species: SpeciesId; seed: number }> = [
  ...SPECIES.filter((species) => PLANT_TRAITS[species].picture).map((species) => ({ species, seed: 11 })),
  ...(['oak', 'birch', 'spruce', 'pine', 'bush'] as const).map((species) => ({ species, seed: 29 })),
]

/** The number of a species' picture; `chance` picks among several. Throws for a species that has none. */
export function pictureOf(species: SpeciesId, chance: number): number {
  const first = SITTERS.findIndex((sitter) => sitter.species === species)
  if (first < 0) throw new Error(`plant-pictures: ${species} has no picture`)
  const second = SITTERS.findIndex((sitter, i) => i > first && sitter.species === species)
  return second >= 0 && chance % 2 === 1 ? second : first
}

/** The pictures and where each plant stands in its own: half width, bottom, height in metres. */
export type PlantPictures = { colors: Texture; normals: Texture; cells: Vector4[]; dispose(): void }

function createTarget(): WebGLRenderTarget {
  const target = new WebGLRenderTarget(PICTURE_TEXELS * 4, PICTURE_TEXELS * 4, { generateMipmaps: true, minFilter: LinearMipmapLinearFilter, magFilter: LinearFilter, depthBuffer: true })
  target.scissorTest = true
  return target
}

function createSitterMaterial(leaves: Texture): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uLeaves: { value: leaves }, uPass: { value: 0 } },
    side: DoubleSide,
    blending: NoBlending,
    vertexShader: /* glsl */ `
      attribute vec4 paint;
      varying vec4 vPaint; varying vec3 vNormalSeen; varying vec2 vUv;
      void main() { vPaint = paint; vNormalSeen = normal; vUv = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D uLeaves; uniform float uPass;
      varying vec4 vPaint; varying vec3 vNormalSeen; varying vec2 vUv;
      void main() {
        vec4 leaf = texture2D(uLeaves, vUv);
        if (leaf.a < 0.4) discard;
        vec3 color = vPaint.rgb * mix(0.5 + 0.5 * leaf.r, leaf.r * 1.12, vPaint.a);
        gl_FragColor = uPass < 0.5 ? vec4(sqrt(color), 1.0) : vec4(normalize(vNormalSeen) * 0.5 + 0.5, vPaint.a);
      }`,
  })
}

function frameCamera(camera: OrthographicCamera, geometry: BufferGeometry, cell: Vector4): void {
  geometry.computeBoundingBox()
  const box = geometry.boundingBox!
  const half = Math.max(-box.min.x, box.max.x, -box.min.z, box.max.z) * 1.02
  const bottom = Math.max(box.min.y, -0.35)
  cell.set(half, bottom, box.max.y * 1.02 - bottom, 0)
  camera.left = -half
  camera.right = half
  camera.bottom = bottom
  camera.top = bottom + cell.z
  camera.near = -half * 2
  camera.far = half * 2
  camera.updateProjectionMatrix()
}

/** Takes the pictures; leaves the renderer as it was. */
export function takePlantPictures(renderer: WebGLRenderer, leaves: Texture): PlantPictures {
  const colors = createTarget()
  const normals = createTarget()
  const material = createSitterMaterial(leaves)
  const scene = new Scene()
  const camera = new OrthographicCamera()
  const cells = SITTERS.map(() => new Vector4())
  const targetBefore = renderer.getRenderTarget()
  const colorBefore = renderer.getClearColor(new Color())
  const alphaBefore = renderer.getClearAlpha()
  SITTERS.forEach((sitter, i) => {
    const geometry = createPlantGeometry(sitter.species, sitter.seed)
    const mesh = new Mesh(geometry, material)
    frameCamera(camera, geometry, cells[i]!)
    scene.add(mesh)
    ;[colors, normals].forEach((target, pass) => {
      const x = (i % 4) * PICTURE_TEXELS
      const y = Math.floor(i / 4) * PICTURE_TEXELS
      target.viewport.set(x, y, PICTURE_TEXELS, PICTURE_TEXELS)
      target.scissor.set(x, y, PICTURE_TEXELS, PICTURE_TEXELS)
      material.uniforms.uPass!.value = pass
      // between leaves it is black and clear: colours come out multiplied by cover, and are divided by it when drawn
      renderer.setClearColor(0x000000, 0)
      renderer.setRenderTarget(target)
      renderer.clear()
      renderer.render(scene, camera)
    })
    scene.remove(mesh)
    geometry.dispose()
  })
  renderer.setRenderTarget(targetBefore)
  renderer.setClearColor(colorBefore, alphaBefore)
  material.dispose()
  return {
    colors: colors.texture,
    normals: normals.texture,
    cells,
    dispose() {
      colors.dispose()
      normals.dispose()
    },
  }
}
