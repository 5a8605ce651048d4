/** Shadows of plants on the ground around the viewer: their pictures laid down away from the sun, seen from above, into one small texture. */
import { Color, LinearFilter, Mesh, OrthographicCamera, Scene, Vector2, WebGLRenderTarget, type WebGLRenderer, BufferAttribute, BufferGeometry } from 'three'
import { THE_LARGER } from '../../materials/blends.ts'
import { airUniforms, SHADE_HEIGHT } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { houseShade } from '../settlements/house-shade.ts'
import { InstanceBuffers, type InstanceRecord } from './instance-buffers.ts'
import type { PlantUniforms } from './plant-material.ts'
import type { PlantPictures } from './plant-pictures.ts'
import { pictureFunctions, seasonFunctions } from './season-shader.ts'

/** Side of the shaded square in metres. */
const SIDE_METERS = 170
/** Height of the sun, as the sine of its angle, under which shadows grow faint. */
const LOW_SUN = 0.2
/** Most shadows. */
const CAPACITY = 2500
/** Seconds after which shadows are drawn again though nobody moved: the sun did. */
const REDRAW_SECONDS = 1.5
/** Least seconds between two drawings while one moves: shade lies where it was drawn, only its outer edge comes later. */
const REST_SECONDS = 0.12

/** Where the viewer is; metres. */
type ShadePlace = { x: number; z: number; anchor: { x: number; z: number }; origin: { readonly x: number; readonly z: number }; night: number }

/** The drawing of shadows. */
export type ShadeDrawing = {
  /** Plants within this distance throw shadows. */
  readonly reachMeters: number
  begin(): void
  /** `lookX` is the number of the plant's picture. */
  add(record: InstanceRecord): void
  end(): void
  draw(renderer: WebGLRenderer, place: ShadePlace): void
  dispose(): void
}

function createShadowShape(): BufferGeometry {
  // x: across; y: along the shadow 0..1; z: 0 the laid picture, 1 the round patch under the crown
  const corners: number[] = []
  for (const kind of [0, 1]) corners.push(-1, 0, kind, 1, 0, kind, 1, 1, kind, -1, 1, kind)
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3))
  geometry.setIndex([0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7])
  return geometry
}

/** Creates the drawing; `texels` along the texture's side. */
export function createShadeDrawing(pictures: PlantPictures, texels: number, { uYearLeaves, uYear }: Pick<PlantUniforms, 'uYearLeaves' | 'uYear'>): ShadeDrawing {
  const target = new WebGLRenderTarget(texels, texels, { depthBuffer: false, generateMipmaps: false, minFilter: LinearFilter, magFilter: LinearFilter })
  const shape = createShadowShape()
  const buffers = new InstanceBuffers(shape, CAPACITY)
  const fall = { value: new Vector2() }
  const material = new ShadedMaterial({
    uniforms: { uColors: { value: pictures.colors }, uCells: { value: pictures.cells }, uFall: fall, uYearLeaves, uYear },
    defines: { CELLS: pictures.cells.length },
    ...THE_LARGER,
    vertexShader: /* glsl */ `
      ${seasonFunctions}
      ${pictureFunctions}
      uniform vec4 uCells[CELLS]; uniform vec2 uFall;
      attribute vec4 place; attribute vec4 look; attribute vec4 tint;
      varying vec2 vUv; varying vec2 vPatch; varying float vKind; varying float vBare; varying float vHigh;
      void main() {
        vec4 cell = uCells[int(look.x)];
        float size = place.w;
        float tall = (cell.y + cell.z) * size * abs(look.w);
        vec2 along = normalize(uFall + vec2(0.0001));
        vec2 across = vec2(-along.y, along.x);
        vec2 at;
        if (position.z < 0.5) at = place.xz + across * position.x * cell.x * size + uFall * (cell.y * size + position.y * tall);
        else at = place.xz + uFall * tall * 0.3 + (vec2(position.x, position.y * 2.0 - 1.0)) * cell.x * size * 0.8;
        vHigh = position.z < 0.5 ? cell.y * size + position.y * tall : tall * 0.6;
        float bare = 1.0 - yearOf(tint.w).x;
        vUv = pictureUv(bare > 0.5 ? cell.w : look.x, vec2(position.x * 0.5 + 0.5, position.y));
        vBare = bare;
        vPatch = vec2(position.x, position.y * 2.0 - 1.0);
        vKind = position.z;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(at.x, 0.0, at.y, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D uColors;
      varying vec2 vUv; varying vec2 vPatch; varying float vKind; varying float vBare; varying float vHigh;
      void main() {
        float shadow = vKind < 0.5 ? smoothstep(0.15, 0.75, texture2D(uColors, vUv, 1.0).a) * 0.85 : 0.8 * smoothstep(1.0, 0.25, length(vPatch)) * (1.0 - 0.7 * vBare);
        gl_FragColor = vec4(shadow, 0.0, shadow > 0.25 ? vHigh / ${SHADE_HEIGHT.toFixed(1)} : 0.0, 1.0);
      }`,
  })
  const mesh = new Mesh(buffers.geometry, material)
  mesh.frustumCulled = false
  const scene = new Scene()
  scene.add(mesh)
  scene.add(houseShade.group)
  const half = SIDE_METERS / 2
  // seen from above with north up: x to the right, z downwards, so that v runs against z
  const camera = new OrthographicCamera(-half, half, half, -half, -1, 1)
  camera.up.set(0, 0, -1)
  camera.position.set(0, 0, 0)
  camera.lookAt(0, -1, 0)
  const state = { count: 0, stale: true, drawnSeconds: -Infinity, seenSeconds: -Infinity, middleX: 0, middleZ: 0 }
  const clear = new Color(0, 0, 0)
  const colorBefore = new Color()

  return {
    reachMeters: half * 0.96,
    begin() {
      state.count = 0
    },
    add(record) {
      if (state.count < CAPACITY) buffers.write(state.count++, record)
    },
    end() {
      buffers.geometry.instanceCount = state.count
      buffers.send(0, state.count)
      state.stale = true
    },
    draw(renderer, place) {
      const sun = airUniforms.uSunDirection.value
      const seconds = airUniforms.uSeconds.value
      // while the clock stands still there is nothing to wait for
      const rested = Math.abs(seconds - state.drawnSeconds) >= REST_SECONDS || seconds === state.seenSeconds
      state.seenSeconds = seconds
      if ((state.stale && rested) || Math.abs(seconds - state.drawnSeconds) > REDRAW_SECONDS) {
        state.stale = false
        state.drawnSeconds = seconds
        const texel = SIDE_METERS / texels
        state.middleX = Math.round(place.x / texel) * texel
        state.middleZ = Math.round(place.z / texel) * texel
        const flat = Math.hypot(sun.x, sun.z) || 1
        const long = Math.min(3.2, flat / Math.max(sun.y, 0.05))
        fall.value.set((-sun.x / flat) * long, (-sun.z / flat) * long)
        airUniforms.uShadeFall.value.copy(fall.value)
        mesh.position.set(place.anchor.x - state.middleX, 0, place.anchor.z - state.middleZ)
        const targetBefore = renderer.getRenderTarget()
        renderer.getClearColor(colorBefore)
        const alphaBefore = renderer.getClearAlpha()
        renderer.setClearColor(clear, 1)
        renderer.setRenderTarget(target)
        renderer.clear()
        houseShade.place(state.middleX, state.middleZ)
        renderer.render(scene, camera)
        renderer.setRenderTarget(targetBefore)
        renderer.setClearColor(colorBefore, alphaBefore)
      }
      airUniforms.uShade.value = target.texture
      const light = Math.min(1, Math.max(0, (airUniforms.uSunColor.value.r - 0.1) / 1.2))
      // a sun that is about to set throws long shadows but faint ones: the whole sky lights into them
      const faint = 1 - 0.5 * Math.min(1, Math.max(0, 1 - airUniforms.uSunDirection.value.y / LOW_SUN))
      airUniforms.uShadeArea.value.set(state.middleX - place.origin.x, state.middleZ - place.origin.z, 1 / SIDE_METERS, (0.35 + 0.5 * light) * faint)
    },
    dispose() {
      airUniforms.uShadeArea.value.w = 0
      target.dispose()
      shape.dispose()
      buffers.dispose()
      material.dispose()
    },
  }
}
