/** The material of lanes, trodden ground, the dark under walls and pools of lamplight: laid over the land, drawn before what stands on it. */
import { Color, DoubleSide, type ShaderMaterial } from 'three'
import { LAID_OVER } from '../../materials/blends.ts'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { lampUniform } from './building-material.ts'

/** Order of drawing: after the land, before houses and people. */
export const DECAL_ORDER = 1

/** A material for geometries of `toDecalGeometry`. Blends although it is drawn with the solid things, so that feet and walls cover it. */
export function createLaneMaterial(): ShaderMaterial {
  return new ShadedMaterial({
    // trodden snow does not stay
    defines: { SNOWLESS: 1 },
    uniforms: { ...airUniforms, uLamps: lampUniform, uDirt: { value: new Color('#bba27a') }, uDirtDark: { value: new Color('#8d7656') } },
    side: DoubleSide,
    ...LAID_OVER,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      attribute vec4 paint; attribute vec2 stroke;
      varying vec4 vPaint; varying vec2 vStroke; varying vec3 vPosition;
      void main() {
        vec4 world = modelMatrix * vec4(position, 1.0);
        vPaint = paint; vStroke = stroke; vPosition = world.xyz; carryAir(vPosition);
        // Drawn a little nearer than it is, along the line of sight, so that it never sinks into the land's triangles.
        vec3 away = world.xyz - cameraPosition;
        float meters = length(away);
        vec3 nearer = cameraPosition + away * (1.0 - min(0.3, (0.12 + 0.012 * meters) / max(meters, 0.01)));
        vec4 there = projectionMatrix * viewMatrix * world;
        vec4 here = projectionMatrix * viewMatrix * vec4(nearer, 1.0);
        gl_Position = there;
        gl_Position.z = here.z / here.w * there.w;
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      uniform vec3 uDirt; uniform vec3 uDirtDark; uniform float uLamps;
      varying vec4 vPaint; varying vec2 vStroke; varying vec3 vPosition;
      void main() {
        float alpha = vPaint.a;
        vec2 at = (vPosition.xz + uOrigin.xz);
        vec4 broad = texture2D(uNoise, at / 32.0);
        vec4 fine = texture2D(uNoise, at / 4.0);
        vec3 color;
        if (vPaint.g > 0.75) {
          color = mix(uDirt, vec3(0.3, 0.3, 0.12), 0.5) * vec3(1.9, 0.72, 0.17);
          alpha *= alpha * lampShow() * min(1.0, uLamps * 1.5 + 0.4);
          alpha *= 0.85;
        } else if (vPaint.g > 0.25) {
          color = lightSurface(vec3(0.07, 0.055, 0.045), vec3(0.0, 1.0, 0.0), 0.5);
          alpha *= (0.8 + 0.4 * fine.r) * 0.7;
        } else {
          float worn = broad.r * 0.55 + fine.g * 0.45;
          float ruts = smoothstep(0.22, 0.0, abs(abs(vStroke.x) - 0.55)) * 0.16;
          color = mix(uDirtDark, uDirt, clamp(worn * 1.5 - 0.2 - ruts, 0.0, 1.0)) * vPaint.r * 2.0;
          color *= 0.92 + 0.16 * texture2D(uNoise, at * 1.7).r;
          // small stones trodden into it, lit from the sun's side, in their own small shade
          float near = smoothstep(24.0, 4.0, distance(vPosition, cameraPosition));
          vec2 cell = floor(at / 0.37);
          vec4 luck = texture2D(uNoise, (cell + 0.5) * 0.0731);
          vec2 spot = (fract(at / 0.37) - 0.5 - (luck.xy - 0.5) * 0.5) * 0.37;
          float size = 0.018 + 0.055 * luck.b * luck.b;
          float lies = near * step(0.52, luck.a) * step(0.4, broad.b);
          vec2 stretched = spot * vec2(1.0, 1.25 + luck.r * 0.4);
          color *= 1.0 - 0.4 * lies * smoothstep(size * 1.35, size * 0.8, length(stretched + uSunDirection.xz * size * 0.5));
          color = mix(color, vec3(0.37, 0.335, 0.28) * (0.65 + 0.6 * luck.g) * (1.0 + 0.35 * dot(spot, uSunDirection.xz) / size), lies * smoothstep(size, size * 0.82, length(stretched)));
          alpha = smoothstep(0.0, 0.5, alpha - (1.0 - alpha) * (fine.r * 0.75 + broad.g * 0.35));
          vec3 trodden = color * (1.0 - 0.35 * uWet);
          // what comes back from lit windows and lanterns all around, so that one finds the way between them
          color = lightSurface(trodden, vec3(0.0, 1.0, 0.0), 1.0) + trodden * vec3(1.0, 0.74, 0.52) * (0.06 * (0.35 + 0.65 * uLamps) * lampShow());
          alpha *= 0.92;
        }
        // light of lamps shines through the shade of plants
        gl_FragColor = vec4(vPaint.g > 0.75 ? throughAirUnshaded(color, vPosition, cameraPosition) : throughAir(color, vPosition, cameraPosition), alpha);
        ${toneEnd}
      }`,
  })
}
