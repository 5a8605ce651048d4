/** Grass: the ground's colour at the root, lighter at the tip, bent by the same gusts, parted by walkers, gone before its edge is seen. */
import { DoubleSide, type ShaderMaterial, Vector2, Vector3, Vector4 } from 'three'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { windFunctions } from '../../materials/wind.ts'
import { type FieldUniforms, fieldFunctions } from '../scatter/ground-field.ts'

/** How many walkers part the grass. */
export const WALKERS = 6

/** What the frame writes. */
export type GrassUniforms = {
  /** The eye in drawn metres. */
  uEye: { value: Vector3 }
  /** Where the middle of a patch lies from the eye, in sides of the patch. */
  uAhead: { value: Vector2 }
  /** Side of the patch in metres (x), remainders of the drawn origin by it (y, z), and metres at which its grass is gone (w); uWrapInner is the same for the inner patch. */
  uPatch: { value: Vector4 }
  uWrapInner: { value: Vector4 }
  /** Walkers: drawn x, y, z and radius; radius 0 for none. */
  uWalkers: { value: Vector4[] }
}

const grassLight = /* glsl */ `
      vec3 grassLight(vec3 albedo, vec3 normal, vec3 position, float tip) {
        vec3 lit = lightSurface(albedo, normal, 1.0);
        vec3 toward = normalize(position - cameraPosition);
        float through = pow(max(dot(toward, uSunDirection), 0.0), 4.0) * tip;
        lit += albedo * vec3(1.1, 1.1, 0.5) * uSunColor * 0.3183 * through * 0.6;
        return lit * (1.0 - 0.2 * uWet);
      }
`

/** The material and what the frame writes into it. */
export function createGrassMaterial(field: FieldUniforms): { material: ShaderMaterial; uniforms: GrassUniforms } {
  const uniforms: GrassUniforms = {
    uEye: { value: new Vector3() },
    uAhead: { value: new Vector2() },
    uPatch: { value: new Vector4() },
    uWrapInner: { value: new Vector4() },
    uWalkers: { value: Array.from({ length: WALKERS }, () => new Vector4()) },
  }
  const material = new ShadedMaterial({
    uniforms: { ...airUniforms, ...field, ...uniforms },
    side: DoubleSide,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      #define SNOWLESS
      ${airCarrier}
      ${windFunctions}
      ${fieldFunctions}
      uniform vec3 uEye; uniform vec2 uAhead; uniform vec4 uPatch; uniform vec4 uWrapInner; uniform vec4 uWalkers[${WALKERS}];
      attribute float tip; attribute vec4 seat;
      varying vec3 vAlbedo; varying vec3 vNormalWorld; varying vec3 vPosition; varying float vTip;
      #ifdef PLAIN
        ${grassLight}
      #endif
      void main() {
        bool inner = seat.z < 0.99;
        float side = inner ? uWrapInner.x : uPatch.x;
        vec2 wrap = inner ? uWrapInner.yz : uPatch.yz;
        vec2 middle = uEye.xz + uAhead * side;
        vec2 at = middle + (fract((seat.xy * side - middle - wrap) / side) - 0.5) * side;
        float away = length(at - uEye.xz);
        vec4 ground = fieldGround(at);
        float share = away / (inner ? uWrapInner.w : uPatch.w);
        float stays = 1.0 - smoothstep(0.62, 1.0, share);
        float chance = fract(seat.w * 7.31);
        // of grass under snow a few dry stalks look out
        float cover = (ground.a * 1.15 - 0.06) * (1.0 - 0.88 * uSnow);
        if (stays <= 0.0 || seat.w > cover) { gl_Position = vec4(0.0, 0.0, 2.0, 1.0); return; }
        vec2 broad = (at + uOrigin.xz) / 64.0;
        float drift = texture2D(uNoise, broad).b;
        float tall = (0.15 + 0.22 * drift + 0.13 * chance * chance) * (0.6 + 0.4 * ground.a) * stays * (inner ? 1.0 : 1.2);
        float turn = seat.w * 43.7;
        float s = sin(turn); float c = cos(turn);
        #ifdef PLAIN
          // fewer blades stand for as much grass
          float wide = inner ? 1.2 : 1.9;
        #else
          float wide = inner ? 1.3 : 1.9;
        #endif
        wide *= 1.0 - 0.5 * uSnow;
        vec3 local = vec3(position.x * c + position.z * s, position.y, position.z * c - position.x * s) * vec3(wide, 1.0, wide) * mix(tall, 0.42, 0.25);
        local.y *= tall / mix(tall, 0.42, 0.25);
        vec3 root = vec3(at.x, fieldHeight(at) - 0.03, at.y);
        // walkers press it aside and down
        vec2 press = vec2(0.0);
        for (int i = 0; i < ${WALKERS}; i++) {
          vec4 walker = uWalkers[i];
          vec2 gap = at - walker.xz;
          float near = length(gap);
          if (walker.w > 0.0 && near < walker.w && abs(root.y - walker.y) < 1.2) press += gap / max(near, 0.05) * (1.0 - near / walker.w);
        }
        vec3 bend = windAt(root) * 0.62 * tip * tip * (0.4 + tall) + vec3(press.x, -0.8 * length(press), press.y) * tip * tall * 1.25;
        vec3 world = root + local + bend;
        world.y = max(world.y, root.y);
        vec3 soil = ground.rgb * mix(vec3(1.0), uSeasonTint, min(ground.a * 1.5, 1.0));
        // as the painted ground has it, so that blades and ground are one field
        soil = mix(vec3(dot(soil, vec3(0.2126, 0.7152, 0.0722))), soil, 0.86);
        // tips: sunnier and drier than the root; afar the field is the ground's colour again
        float light = dot(soil, vec3(0.3, 0.6, 0.1));
        vec3 tipColor = soil * mix(vec3(1.16, 1.22, 0.98), vec3(1.42, 1.34, 1.06), chance * chance);
        tipColor = mix(tipColor, vec3(light * 1.75, light * 1.6, light * 0.95), 0.4 * smoothstep(0.5, 0.85, drift) * chance);
        vec3 root0 = soil * vec3(0.62, 0.72, 0.66);
        float spread = smoothstep(0.25, 0.95, share);
        vAlbedo = mix(mix(root0, soil, spread), mix(tipColor, soil * 1.1, spread * 0.75), tip);
        vNormalWorld = normalize(vec3(local.x * 0.8 + bend.x, 1.0, local.z * 0.8 + bend.z));
        vTip = tip * (1.0 - spread);
        vPosition = world;
        #ifdef PLAIN
          // a blade is thin: it is lit at its corners, air and all
          carryAir(world);
          vAlbedo = throughAir(grassLight(vAlbedo, vNormalWorld, world, vTip), world, cameraPosition);
        #endif
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      #define SNOWLESS
      ${airFunctions}
      varying vec3 vAlbedo; varying vec3 vNormalWorld; varying vec3 vPosition; varying float vTip;
      ${grassLight}
      void main() {
        #ifdef PLAIN
          gl_FragColor = vec4(vAlbedo, 1.0);
        #else
          gl_FragColor = vec4(throughAir(grassLight(vAlbedo, normalize(vNormalWorld), vPosition, vTip), vPosition, cameraPosition), 1.0);
        #endif
        ${toneEnd}
      }`,
  })
  return { material, uniforms }
}
