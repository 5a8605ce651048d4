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

/** A painted material. Geometry needs `position`, `normal`, `color` (linear, 3 floats); instances may have `instanceColor` as a tint. */
export function createPaintedMaterial(options: PaintedOptions = {}): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: airUniforms,
    vertexColors: true,
    side: options.doubleSided ? DoubleSide : FrontSide,
    defines: { ...(options.sway ? { SWAY: 1 } : {}), ...(options.glow ? { GLOW: 1 } : {}) },
    vertexShader: /* glsl */ `
      ${airDeclarations}
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
          vec3 at = world.xyz + uOrigin;
          float gust = sin(uSeconds * 1.1 + at.x * 0.05 + at.z * 0.04) + 0.5 * sin(uSeconds * 2.7 + at.x * 0.21 - at.z * 0.17);
          world.xz += uWind.yz * sway * uWind.x * 0.03 * (0.6 + 0.5 * gust);
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
        vec3 lit = lightSurface(vColorTint, n, 1.0);
        lit += vColorTint * vGlow * uNight * 2.2;
        gl_FragColor = vec4(throughAir(lit, vPosition, cameraPosition), 1.0);
        #include <tonemapping_fragment>
        #include <colorspace_fragment>
      }`,
  })
}
