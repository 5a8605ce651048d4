/** The one material of plants, houses and people: vertex colours under the shared light and air; works instanced and single. */
import { DoubleSide, FrontSide, ShaderMaterial } from 'three'
import { airDeclarations, airFunctions, airUniforms } from './air.ts'

/** What a painted surface can do besides being lit. */
export type PaintedOptions = {
  /** Bends in the wind by the vertex attribute `sway` (float, metres at the tip). */
  sway?: boolean
  /** Glows at night by the vertex attribute `glow` (float 0..1): windows, lanterns. */
  glow?: boolean
  doubleSided?: boolean
}

/** GLSL `vec3 windAt(vec3 position)`: how far (metres, for a sway of one) and where wind pushes a thing at a drawn position; gusts travel over the land. Needs airDeclarations. */
export const windFunctions = /* glsl */ `
vec3 windAt(vec3 position) {
  vec2 at = (position.xz + uOrigin.xz) / 128.0 - uWind.yz * uSeconds * (0.012 + uWind.x * 0.006);
  float gust = texture2D(uNoise, at).b;
  float flutter = texture2D(uNoise, at * 4.0 + 0.37).b - 0.5;
  float force = uWind.x * 0.11 * (0.15 + 1.5 * gust * gust) + 0.06;
  vec2 push = uWind.yz * force + vec2(-uWind.z, uWind.y) * flutter * 0.35 * force;
  return vec3(push.x, -0.3 * dot(push, push), push.y);
}
`

/** A painted material. Geometry needs `position`, `normal`, `color` (linear, 3 floats); instances may have `instanceColor` as a tint. */
export function createPaintedMaterial(options: PaintedOptions = {}): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: airUniforms,
    vertexColors: true,
    side: options.doubleSided ? DoubleSide : FrontSide,
    defines: { ...(options.sway ? { SWAY: 1 } : {}), ...(options.glow ? { GLOW: 1 } : {}) },
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${windFunctions}
      varying vec3 vColorTint; varying vec3 vNormalWorld; varying vec3 vPosition; varying float vGlow;
      #ifdef SWAY
        attribute float sway;
      #endif
      #ifdef GLOW
        attribute float glow;
      #endif
      void main() {
        vec4 local = vec4(position, 1.0);
        vec3 n = normal;
        vColorTint = color;
        #ifdef USE_INSTANCING
          local = instanceMatrix * local;
          n = mat3(instanceMatrix) * n;
        #endif
        #ifdef USE_INSTANCING_COLOR
          vColorTint *= instanceColor;
        #endif
        vec4 world = modelMatrix * local;
        #ifdef SWAY
          world.xyz += windAt(world.xyz) * sway;
        #endif
        vNormalWorld = normalize(mat3(modelMatrix) * n);
        vPosition = world.xyz;
        vGlow = 0.0;
        #ifdef GLOW
          vGlow = glow;
        #endif
        gl_Position = projectionMatrix * viewMatrix * world;
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      varying vec3 vColorTint; varying vec3 vNormalWorld; varying vec3 vPosition; varying float vGlow;
      void main() {
        vec3 n = normalize(vNormalWorld);
        if (!gl_FrontFacing) n = -n;
        vec3 toEye = normalize(cameraPosition - vPosition);
        vec3 lit = lightSurface(vColorTint, n, 1.0);
        // a thin rim of sky, so that shapes part from what is behind them
        float rim = pow(1.0 - clamp(dot(n, toEye), 0.0, 1.0), 4.0);
        lit += uSkyFill * rim * (0.05 + 0.1 * vColorTint);
        lit *= 1.0 - 0.25 * uWet;
        lit += vColorTint * vGlow * uNight * 2.2;
        vec3 color = throughAir(lit, vPosition, cameraPosition);
        gl_FragColor = vec4(mix(color, vColorTint * 1.6, vGlow * uNight * 0.5), 1.0);
        #include <tonemapping_fragment>
        #include <colorspace_fragment>
      }`,
  })
}
