/** Takes pictures of all large plants at the start, for drawing them afar with two triangles each. */
import { type BufferGeometry, Color, LinearFilter, LinearMipmapLinearFilter, Mesh, NoBlending, OrthographicCamera, DoubleSide, Scene, type Texture, Vector4, WebGLRenderTarget, type WebGLRenderer } from 'three'
import { SPECIES, type SpeciesId } from '#worldgen/scatter/species.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { createPlantGeometry } from './plant-shapes.ts'
import { PLANT_TRAITS } from './plant-traits.ts'
import { bareFunctions, PICTURE_COLUMNS, PICTURE_ROWS } from './season-shader.ts'

/** Texels of one picture's side. */
const PICTURE_TEXELS = 160

type Sitter = { species: SpeciesId; seed: number; bare: boolean }

/** What stands in leaf: every pictured species once, and a second sight of the commonest. */
const LEAFY: readonly Sitter[] = [
  ...SPECIES.filter((species) => PLANT_TRAITS[species].picture).map((species) => ({ species, seed: 11, bare: false })),
  ...(['oak', 'birch', 'spruce', 'pine', 'bush'] as const).map((species) => ({ species, seed: 29, bare: false })),
]

/** What is in which picture: all in leaf, then those that lose their leaves once more without them. */
const SITTERS: readonly Sitter[] = [...LEAFY, ...LEAFY.filter(({ species }) => losesLeaves(species)).map((sitter) => ({ ...sitter, bare: true }))]

function losesLeaves(species: SpeciesId): boolean {
  const { year } = PLANT_TRAITS[species]
  return year === 'red' || year === 'gold'
}

/** For each picture, the number of the same plant without leaves; its own where there is none. */
function bareTwin(number: number): number {
  const { species, seed } = SITTERS[number]!
  const twin = SITTERS.findIndex((sitter) => sitter.bare && sitter.species === species && sitter.seed === seed)
  return twin < 0 ? number : twin
}

/** The number of a species' picture; `chance` picks among several. Throws for a species that has none. */
export function pictureOf(species: SpeciesId, chance: number): number {
  const first = SITTERS.findIndex((sitter) => sitter.species === species && !sitter.bare)
  if (first < 0) throw new Error(`plant-pictures: ${species} has no picture`)
  const second = SITTERS.findIndex((sitter, i) => i > first && sitter.species === species && !sitter.bare)
  return second >= 0 && chance % 2 === 1 ? second : first
}

/** The pictures and where each plant stands in its own: half width, bottom, height in metres, and the number of the picture without leaves. */
export type PlantPictures = { colors: Texture; normals: Texture; cells: Vector4[]; dispose(): void }

function createTarget(): WebGLRenderTarget {
  const target = new WebGLRenderTarget(PICTURE_TEXELS * PICTURE_COLUMNS, PICTURE_TEXELS * PICTURE_ROWS, { generateMipmaps: true, minFilter: LinearMipmapLinearFilter, magFilter: LinearFilter, depthBuffer: true })
  target.scissorTest = true
  return target
}

function createSitterMaterial(leaves: Texture): ShadedMaterial {
  return new ShadedMaterial({
    uniforms: { uLeaves: { value: leaves }, uPass: { value: 0 }, uBare: { value: 0 } },
    side: DoubleSide,
    blending: NoBlending,
    vertexShader: /* glsl */ `
      ${bareFunctions}
      uniform float uBare;
      attribute vec4 paint;
      varying vec4 vPaint; varying vec3 vNormalSeen; varying vec2 vUv;
      void main() {
        vPaint = paint; vNormalSeen = normal; vUv = uv;
        vec3 at = position;
        if (uBare > 0.5) makeBare(vPaint, vUv, at, fract(dot(normal, vec3(37.1, 91.7, 53.3))), vec3(0.0));
        gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
      }`,
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

/** How much of a picture's height is left free over the plant: what stands below the next picture on the sheet would else show over its top. */
const FREE_SHARE = 0.08

function frameCamera(camera: OrthographicCamera, geometry: BufferGeometry, cell: Vector4): void {
  geometry.computeBoundingBox()
  const box = geometry.boundingBox!
  const half = Math.max(-box.min.x, box.max.x, -box.min.z, box.max.z) * 1.04
  const bottom = Math.max(box.min.y, -0.35)
  cell.set(half, bottom, (box.max.y - bottom) / (1 - FREE_SHARE), 0)
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
    cells[i]!.w = bareTwin(i)
    material.uniforms.uBare!.value = sitter.bare ? 1 : 0
    scene.add(mesh)
    ;[colors, normals].forEach((target, pass) => {
      const x = (i % PICTURE_COLUMNS) * PICTURE_TEXELS
      const y = Math.floor(i / PICTURE_COLUMNS) * PICTURE_TEXELS
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
