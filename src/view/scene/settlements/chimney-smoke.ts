/** Smoke over the roofs: one instanced draw of soft sprites that rise, drift with the wind and thin out. */
import { InstancedBufferAttribute, InstancedBufferGeometry, Mesh, PlaneGeometry } from 'three'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'

/** Puffs over each chimney, and the most chimneys that smoke at once. */
const PUFFS = 18
const MOST_CHIMNEYS = 48

/** Smoke for all chimneys in reach. */
export type ChimneySmoke = {
  readonly mesh: Mesh
  /** Chimneys x, y, z, … relative to the mesh's position. */
  setChimneys(places: readonly number[]): void
  /** Share of the chimneys that smoke, 0..1. */
  setStrength(share: number): void
  dispose(): void
}

/** Smoke with no chimneys yet. */
export function createChimneySmoke(): ChimneySmoke {
  const plane = new PlaneGeometry(1, 1)
  const geometry = new InstancedBufferGeometry()
  geometry.setIndex(plane.index)
  geometry.setAttribute('position', plane.getAttribute('position'))
  const puffs = new InstancedBufferAttribute(new Float32Array(MOST_CHIMNEYS * PUFFS * 4), 4)
  geometry.setAttribute('puff', puffs)
  geometry.instanceCount = 0
  const uSmoke = { value: 0 }
  const material = new ShadedMaterial({
    uniforms: { ...airUniforms, uSmoke },
    defines: { SNOWLESS: 1 },
    transparent: true,
    depthWrite: false,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      uniform float uSmoke;
      attribute vec4 puff;
      varying vec2 vAt; varying float vAge; varying float vLuck; varying vec3 vPosition;
      void main() {
        float luck = fract(puff.w * 7.31);
        vLuck = fract(puff.w * 3.7);
        vAge = fract(puff.w + uSeconds * (0.045 + 0.012 * luck));
        float lit = step(fract(floor(puff.w) * 0.0758), uSmoke);
        vec3 centre = (modelMatrix * vec4(puff.xyz, 1.0)).xyz;
        float rise = vAge * (7.0 + 2.0 * luck) * (1.1 - 0.35 * vAge);
        float drift = vAge * vAge * 5.0 * (0.35 + uWind.x * 0.22);
        centre += vec3(uWind.y * drift, rise, uWind.z * drift);
        centre.x += sin(uSeconds * 0.7 + puff.w * 40.0 + rise) * 0.25 * vAge;
        centre.z += cos(uSeconds * 0.6 + puff.w * 23.0 + rise * 0.8) * 0.25 * vAge;
        float size = (0.5 + 3.0 * vAge) * lit;
        vAt = position.xy * 2.0;
        vec4 seen = viewMatrix * vec4(centre, 1.0);
        seen.xy += position.xy * size;
        vPosition = centre; carryAir(vPosition);
        gl_Position = projectionMatrix * seen;
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      varying vec2 vAt; varying float vAge; varying float vLuck; varying vec3 vPosition;
      void main() {
        float wisp = texture2D(uNoise, vAt * 0.11 + vec2(vLuck, vAge * 0.15)).r;
        float body = smoothstep(1.0, 0.15, length(vAt) + (wisp - 0.5) * 0.7);
        float alpha = body * 0.27 * smoothstep(0.0, 0.08, vAge) * pow(1.0 - vAge, 1.4);
        vec3 lit = lightSurface(vec3(0.72, 0.7, 0.7), normalize(vec3(vAt * 0.5, 0.6).xzy), 1.0);
        gl_FragColor = vec4(throughAirUnshaded(lit, vPosition, cameraPosition), alpha);
        ${toneEnd}
      }`,
  })
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 20
  return {
    mesh,
    setChimneys(places) {
      const chimneys = Math.min(MOST_CHIMNEYS, Math.floor(places.length / 3))
      for (let c = 0; c < chimneys; c++) {
        for (let p = 0; p < PUFFS; p++) puffs.setXYZW(c * PUFFS + p, places[c * 3]!, places[c * 3 + 1]!, places[c * 3 + 2]!, c * 5 + (p + 0.6 * ((p * 7919) % 11) / 11) / PUFFS)
      }
      puffs.needsUpdate = true
      geometry.instanceCount = chimneys * PUFFS
    },
    setStrength(share) {
      uSmoke.value = share
      mesh.visible = share > 0 && geometry.instanceCount > 0
    },
    dispose() {
      plane.dispose()
      geometry.dispose()
      material.dispose()
    },
  }
}
