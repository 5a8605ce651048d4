/** Soft shadows under people: one instanced draw of quads that lie on the slope and stretch away from the sun. */
import { DoubleSide, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, PlaneGeometry } from 'three'
import { LAID_OVER } from '../../materials/blends.ts'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'

/** See `createSoftShadows`. */
export type SoftShadows = {
  readonly mesh: Mesh
  /** Begins a picture; shadows put afterwards are drawn. */
  begin(): void
  /** A shadow at drawn metres on ground that rises so, for a body of that height. */
  put(at: { x: number; y: number; z: number }, rise: { riseX: number; riseZ: number }, height: number, strength: number): void
  end(): void
  dispose(): void
}

/** Room for `most` shadows. */
export function createSoftShadows(most: number): SoftShadows {
  const plane = new PlaneGeometry(2, 2)
  const geometry = new InstancedBufferGeometry()
  geometry.setIndex(plane.index)
  geometry.setAttribute('position', plane.getAttribute('position'))
  const places = new InstancedBufferAttribute(new Float32Array(most * 4), 4)
  const slopes = new InstancedBufferAttribute(new Float32Array(most * 3), 3)
  geometry.setAttribute('place', places)
  geometry.setAttribute('slope', slopes)
  const material = new ShadedMaterial({
    uniforms: airUniforms,
    defines: { SNOWLESS: 1 },
    side: DoubleSide,
    ...LAID_OVER,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      attribute vec4 place; attribute vec3 slope;
      varying vec2 vAt; varying vec3 vPosition; varying vec3 vShape;
      void main() {
        vec2 away = -uSunDirection.xz;
        float flat1 = length(away);
        away = flat1 > 0.01 ? away / flat1 : vec2(1.0, 0.0);
        float reach = min(place.w * flat1 / max(uSunDirection.y, 0.06), 5.0) * smoothstep(0.0, 0.1, uSunDirection.y);
        vec2 across = vec2(-away.y, away.x);
        float along = mix(-0.55, reach + 0.35, position.y * 0.5 + 0.5);
        vec2 ground = away * along + across * position.x * 0.55;
        vAt = vec2(position.x * 0.55, along);
        vShape = vec3(reach, place.w, slope.z);
        vec3 world = vec3(place.x + ground.x, place.y + 0.03 + dot(ground, slope.xy), place.z + ground.y);
        vPosition = world; carryAir(vPosition);
        vec3 toward = world - cameraPosition;
        float meters = length(toward);
        vec4 there = projectionMatrix * viewMatrix * vec4(world, 1.0);
        vec4 here = projectionMatrix * viewMatrix * vec4(cameraPosition + toward * (1.0 - min(0.3, (0.16 + 0.012 * meters) / max(meters, 0.01))), 1.0);
        gl_Position = vec4(there.xy, here.z / here.w * there.w, there.w);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      varying vec2 vAt; varying vec3 vPosition; varying vec3 vShape;
      void main() {
        float contact = smoothstep(0.4, 0.05, length(vAt * vec2(1.0, 1.1))) * 0.55;
        float reach = max(vShape.x, 0.05);
        float t = clamp(vAt.y / reach, 0.0, 1.0);
        float wide = mix(0.2, 0.15, t) * (1.0 - 0.25 * smoothstep(0.75, 0.85, t));
        float blur = 0.05 + 0.16 * t;
        float body = smoothstep(wide + blur, wide - blur * 0.7, abs(vAt.x)) * smoothstep(-0.2, 0.1, vAt.y) * smoothstep(reach + 0.2, reach - 0.35 * reach, vAt.y);
        float sunny = clamp(dot(uSunColor, vec3(0.33)) / (dot(uSunColor, vec3(0.33)) + dot(uSkyFill, vec3(0.6)) + 0.001), 0.0, 1.0);
        float alpha = max(contact, body * 0.62 * sunny * (1.0 - cloudShadow(vPosition))) * vShape.z;
        vec3 dark = lightSurface(vec3(0.045, 0.05, 0.075), vec3(0.0, 1.0, 0.0), 0.25);
        gl_FragColor = vec4(throughAirUnshaded(dark, vPosition, cameraPosition), alpha);
        ${toneEnd}
      }`,
  })
  const mesh = new Mesh(geometry, material)
  mesh.frustumCulled = false
  mesh.renderOrder = 1
  let count = 0
  return {
    mesh,
    begin() {
      count = 0
    },
    put(at, rise, height, strength) {
      if (count >= most || strength <= 0) return
      places.setXYZW(count, at.x, at.y, at.z, height)
      slopes.setXYZ(count, rise.riseX, rise.riseZ, strength)
      count++
    },
    end() {
      geometry.instanceCount = count
      mesh.visible = count > 0
      places.needsUpdate = true
      slopes.needsUpdate = true
    },
    dispose() {
      plane.dispose()
      geometry.dispose()
      material.dispose()
    },
  }
}
