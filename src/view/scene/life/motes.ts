/** Butterflies by day, fireflies after dusk and rings on calm water: one instanced draw that flutters by itself. */
import { BufferAttribute, DoubleSide, InstancedBufferAttribute, InstancedBufferGeometry, Mesh } from 'three'
import { LAID_OVER } from '../../materials/blends.ts'
import { hashCell, unitOf } from '#core/hash.ts'
import type { Ground } from '#simulation/physics/ground.ts'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'

/** Side of a mote's cell, and cells along a side of the field around the eye. */
const CELL_METERS = 5
const SIDE = 15
/** Cells looked up in a picture: a whole field in a third of a second. */
const CELLS_A_PICTURE = 12
const MOTE_SEED = 0x307e

/** See `createMotes`. */
export type Motes = {
  readonly mesh: Mesh
  update(ground: Ground, eye: { readonly x: number; readonly z: number }, origin: { readonly x: number; readonly z: number }): void
  dispose(): void
}

/** A field of motes with nothing in it yet. */
export function createMotes(): Motes {
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, 0, -1, 1, 0, -1, 1, 0, 1, -1, 0, 1]), 3))
  geometry.setIndex([0, 1, 2, 0, 2, 3])
  const seat = new InstancedBufferAttribute(new Float32Array(SIDE * SIDE * 4), 4)
  const mote = new InstancedBufferAttribute(new Float32Array(SIDE * SIDE * 2), 2)
  geometry.setAttribute('seat', seat)
  geometry.setAttribute('mote', mote)
  geometry.instanceCount = SIDE * SIDE
  const uShift = { value: new Float32Array(2) }
  const material = new ShadedMaterial({
    uniforms: { ...airUniforms, uShift },
    transparent: true,
    side: DoubleSide,
    ...LAID_OVER,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      uniform vec2 uShift;
      attribute vec4 seat; attribute vec2 mote;
      varying vec2 vAt; varying vec3 vPosition; varying float vKind; varying float vShow; varying float vLuck; varying float vAge;
      void main() {
        float luck = seat.w, t = uSeconds;
        vKind = mote.x; vLuck = luck; vAt = position.xz;
        vec3 at = vec3(seat.x - uShift.x, seat.y, seat.z - uShift.y);
        float day = (1.0 - uNight) * (1.0 - uWet) * smoothstep(0.1, 0.3, uSunDirection.y);
        vec3 world;
        vAge = 0.0;
        if (mote.x < 1.5) {
          bool glows = uNight > 0.3;
          float pace = glows ? 0.35 : 0.9;
          at += vec3(sin(t * pace + luck * 40.0) * 1.4, 0.45 + 0.35 * luck + 0.3 * sin(t * pace * 1.7 + luck * 90.0), cos(t * pace * 0.8 + luck * 63.0) * 1.4);
          at.xz += uWind.yz * sin(t * 0.6 + luck * 9.0) * uWind.x * 0.04;
          if (glows) {
            float blink = smoothstep(0.1, 0.9, sin(t * 1.3 + luck * 80.0));
            vShow = uNight * blink * (1.0 - uWet) * mote.y;
            vKind = 3.0;
            vec4 seen = viewMatrix * vec4(at, 1.0);
            float away = length(seen.xyz);
            seen.xy += position.xz * (0.06 + 0.0035 * away);
            vPosition = at; carryAir(vPosition);
            gl_Position = projectionMatrix * seen;
            vShow *= 1.0 - smoothstep(26.0, 34.0, away);
            return;
          }
          float turn = t * pace * 0.7 + luck * 50.0, c = cos(turn), s = sin(turn);
          float flap = abs(sin(t * 11.0 + luck * 70.0)) * 1.25;
          vec3 p = vec3(position.x * cos(flap), abs(position.x) * sin(flap), position.z * 0.8) * (0.05 + 0.025 * luck);
          world = at + vec3(p.x * c + p.z * s, p.y, p.z * c - p.x * s);
          vShow = day * step(luck, 0.75) * step(0.5, mote.x);
        } else {
          float turn = floor(t / 7.0 + luck);
          vAge = fract(t / 7.0 + luck);
          float where = fract(sin(turn * 12.9 + luck * 78.2) * 43758.5);
          world = at + vec3((where - 0.5) * 3.0, 0.03, (fract(where * 57.0) - 0.5) * 3.0) + vec3(position.x, 0.0, position.z) * (0.1 + vAge * 2.2);
          vShow = (1.0 - smoothstep(0.1, 0.55, vAge)) * step(fract(where * 13.0), 0.4);
        }
        vShow *= 1.0 - smoothstep(26.0, 35.0, length(world - cameraPosition));
        vPosition = world; carryAir(vPosition);
        gl_Position = vShow > 0.003 && mote.x > 0.0 ? projectionMatrix * viewMatrix * vec4(world, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      varying vec2 vAt; varying vec3 vPosition; varying float vKind; varying float vShow; varying float vLuck; varying float vAge;
      void main() {
        vec3 color; float alpha;
        float r = length(vAt);
        if (vKind > 2.5) {
          alpha = (exp(-r * r * 30.0) + 0.35 * exp(-r * r * 5.0)) * (1.0 - smoothstep(0.7, 1.0, r));
          color = vec3(1.5, 1.7, 0.45);
        } else if (vKind > 1.5) {
          float ring = smoothstep(0.1, 0.0, abs(r - 0.85)) + 0.5 * smoothstep(0.08, 0.0, abs(r - 0.5));
          alpha = ring * 0.55;
          color = throughAirUnshaded(skyColor(vec3(0.0, 0.7, 0.0)) * 0.9, vPosition, cameraPosition);
        } else {
          vec2 q = vec2(abs(vAt.x), vAt.y);
          float wing = min(length((q - vec2(0.5, -0.32)) * vec2(1.0, 1.1)) - 0.46, length((q - vec2(0.38, 0.45)) * vec2(1.1, 1.0)) - 0.33);
          alpha = smoothstep(0.05, -0.05, wing);
          vec3 paint = vLuck < 0.2 ? vec3(0.85, 0.42, 0.08) : vLuck < 0.42 ? vec3(0.88, 0.86, 0.78) : vLuck < 0.6 ? vec3(0.3, 0.42, 0.8) : vec3(0.9, 0.75, 0.2);
          paint *= 1.0 - 0.75 * smoothstep(-0.12, -0.02, wing) - 0.6 * smoothstep(0.12, 0.04, q.x);
          color = throughAirUnshaded(lightSurface(paint, vec3(0.0, 1.0, 0.0), 1.0), vPosition, cameraPosition);
        }
        gl_FragColor = vec4(color, alpha * vShow);
        ${toneEnd}
      }`,
  })
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 15
  const cells = new Float64Array(SIDE * SIDE * 2).fill(NaN)
  let baseX = NaN
  let baseZ = NaN
  let cursor = 0

  function fill(ground: Ground, slot: number, cellX: number, cellZ: number): void {
    cells[slot * 2] = cellX
    cells[slot * 2 + 1] = cellZ
    const word = hashCell(ground.land.seedWord ^ MOTE_SEED, cellX, cellZ)
    const luck = unitOf(word)
    const x = (cellX + 0.2 + 0.6 * unitOf(hashCell(word, 1))) * CELL_METERS
    const z = (cellZ + 0.2 + 0.6 * unitOf(hashCell(word, 2))) * CELL_METERS
    const height = ground.heightAt(x, z)
    const water = ground.waterLevelAt(x, z)
    const wet = water > height + 0.3
    const { warmth, moisture } = ground.land.climateAt(x, z)
    const mild = warmth > 0.3 && moisture > 0.3
    const lively = wet ? water > 0.5 && luck < 0.6 : mild && luck < 0.3 + 0.5 * moisture
    seat.setXYZW(slot, x - baseX, Math.max(height, water), z - baseZ, unitOf(hashCell(word, 3)))
    mote.setXY(slot, lively ? (wet ? 2 : 1) : 0, mild && moisture > 0.42 ? 1 : 0)
  }

  return {
    mesh,
    update(ground, eye, origin) {
      if (!(Math.abs(eye.x - baseX) + Math.abs(eye.z - baseZ) < 2048)) {
        baseX = Math.floor(eye.x / 1024) * 1024
        baseZ = Math.floor(eye.z / 1024) * 1024
        cells.fill(NaN)
        for (let slot = 0; slot < SIDE * SIDE; slot++) mote.setXY(slot, 0, 0)
      }
      const firstX = Math.floor(eye.x / CELL_METERS) - (SIDE >> 1)
      const firstZ = Math.floor(eye.z / CELL_METERS) - (SIDE >> 1)
      let changed = false
      for (let n = 0; n < CELLS_A_PICTURE; n++) {
        cursor = (cursor + 1) % (SIDE * SIDE)
        const cellX = firstX + (cursor % SIDE)
        const cellZ = firstZ + Math.floor(cursor / SIDE)
        const slot = (((cellX % SIDE) + SIDE) % SIDE) + (((cellZ % SIDE) + SIDE) % SIDE) * SIDE
        if (cells[slot * 2] === cellX && cells[slot * 2 + 1] === cellZ) continue
        fill(ground, slot, cellX, cellZ)
        changed = true
      }
      seat.needsUpdate = changed
      mote.needsUpdate = changed
      uShift.value[0] = origin.x - baseX
      uShift.value[1] = origin.z - baseZ
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
