/** Light and air shared by every material: one set of uniforms, and the GLSL that shades a surface and puts air before it. */
import { Color, DataTexture, type Texture, Vector3, Vector4 } from 'three'
import { createNoiseTexture } from './noise-texture.ts'

/** One dark texel: what stands in for the shade texture until somebody draws one. */
const noShade: Texture = new DataTexture(new Uint8Array([0, 0, 0, 0]), 1, 1)
noShade.needsUpdate = true

/** Uniforms that every material of the scene holds by reference; the sky writes them once a frame. Colours are linear. */
export const airUniforms = {
  /** Seconds, for waves and wind. */
  uSeconds: { value: 0 },
  /** Unit vector towards the sun or, at night, the moon. */
  uSunDirection: { value: new Vector3(0.4, 0.7, 0.3) },
  /** Colour times strength of that light. */
  uSunColor: { value: new Color(3, 2.9, 2.6) },
  /** Fill light from above and from below. */
  uSkyFill: { value: new Color('#b5d2ea') },
  uGroundFill: { value: new Color('#8a8460') },
  uZenith: { value: new Color('#4b8fd0') },
  uHorizon: { value: new Color('#cfe3ee') },
  /** Colour (x, y, z) that the sky and the air take on around the sun, and how much of it (w, 0..1). */
  uGlow: { value: new Vector4(1, 0.9, 0.7, 0.5) },
  /** Metres at which air takes most of the colour away. */
  uFogMeters: { value: 1900 },
  /** Mist that lies in valleys: how much (x, 0..1), and the height in metres of its floor (y). */
  uMist: { value: new Vector4() },
  /** Share of the sky that clouds cover, 0..1. */
  uCloud: { value: 0.3 },
  /** 0 dry .. 1 soaked. */
  uWet: { value: 0 },
  /** How much of what faces the sky lies under snow, 0..1. */
  uSnow: { value: 0 },
  /** 0 day .. 1 night: lamps and windows glow by it. */
  uNight: { value: 0 },
  /** Metres a second, and where the wind blows to (x, z). */
  uWind: { value: new Vector3(3, 0.8, 0.6) },
  /** World position of the drawn origin, modulo 4,096 m, so that noise in shaders does not jump when the origin moves. */
  uOrigin: { value: new Vector3() },
  /** Tiling noise, four channels: see noise-texture.ts. Repeats stay seamless across origin moves when a tile is 4,096 m / whole number. */
  uNoise: { value: createNoiseTexture() as Texture },
  /** Shadows of trees and houses seen from above (red: 0 lit .. 1 shaded), and where: centre x, z in drawn metres, 1 / metres of its side, strength. */
  uShade: { value: noShade },
  uShadeArea: { value: new Vector4(0, 0, 0, 0) },
}

/** Declares the uniforms; include once in a fragment (or vertex) shader that uses the functions below. */
export const airDeclarations = /* glsl */ `
uniform float uSeconds; uniform vec3 uSunDirection; uniform vec3 uSunColor; uniform vec3 uSkyFill; uniform vec3 uGroundFill;
uniform vec3 uZenith; uniform vec3 uHorizon; uniform vec4 uGlow; uniform float uFogMeters; uniform vec4 uMist; uniform float uCloud; uniform float uWet; uniform float uSnow; uniform float uNight;
uniform vec3 uWind; uniform vec3 uOrigin; uniform sampler2D uNoise; uniform sampler2D uShade; uniform vec4 uShadeArea;
`

/**
 * The functions (positions in drawn metres, colours linear):
 * `vec3 lightSurface(albedo, normal, shade)`: soft half-lambert sun plus fill, under what snow lies on it unless SNOWLESS is defined; shade 0..1 is how much sun arrives.
 * `vec3 throughAir(color, position, eye)`: shadows of clouds and plants, then mist and distance, then the grade. Ends a surface.
 * `vec3 throughAirUnshaded(color, position, eye)`: the same without shadows of plants, for the plants themselves.
 * `vec3 skyColor(direction)`: the sky without clouds, sun and moon: what fog fades into and water reflects.
 * `vec3 gradeColor(color)`: the picture's last touch of colour; only what does not end in throughAir calls it.
 */
export const airFunctions = /* glsl */ `
vec3 lightSurface(vec3 albedo, vec3 normal, float shade) {
  #ifndef SNOWLESS
    albedo = mix(albedo, vec3(0.87, 0.9, 0.95), smoothstep(mix(1.0, 0.25, uSnow), mix(1.15, 0.6, uSnow), normal.y));
  #endif
  float sun = clamp(dot(normal, uSunDirection) * 0.66 + 0.34, 0.0, 1.0);
  sun = sun * sqrt(sun) * shade;
  vec3 fill = mix(uGroundFill, uSkyFill, normal.y * 0.5 + 0.5);
  return albedo * (uSunColor * sun + fill) * 0.3183;
}
vec3 gradeColor(vec3 color) {
  float light = dot(color, vec3(0.2126, 0.7152, 0.0722));
  // the tone curve flattens and pales: give back some contrast around a middle value, and some colour
  color *= pow(max(light, 0.0005) / 0.42, 0.22);
  light = dot(color, vec3(0.2126, 0.7152, 0.0722));
  return max(mix(vec3(light), color, 1.3), 0.0);
}
vec3 skyColor(vec3 direction) {
  float up = pow(clamp(direction.y / 0.55, 0.0, 1.0), 0.75);
  vec3 color = mix(uHorizon, uZenith, up);
  float toSun = max(dot(direction, uSunDirection), 0.0);
  float wide = toSun * toSun; wide = wide * wide * wide;
  return mix(color, uGlow.rgb, wide * uGlow.w * (1.0 - 0.5 * up));
}
float cloudShadow(vec3 position) {
  vec2 at = (position.xz + uOrigin.xz - uSunDirection.xz * 300.0) / 1024.0 - uWind.yz * uSeconds * 0.006;
  float n = texture2D(uNoise, at).r * 0.7 + texture2D(uNoise, at * 2.0).g * 0.3;
  float edge = 0.72 - uCloud * 0.42;
  return smoothstep(edge - 0.1, edge + 0.1, n) * 0.62 * (1.0 - uNight) * (1.0 - 0.6 * smoothstep(0.6, 1.0, uCloud));
}
vec3 shadeTint(float shadow) {
  vec3 sun = uSunColor * 0.6;
  return (sun * (1.0 - shadow) + uSkyFill) / (sun + uSkyFill);
}
float plantShadow(vec3 position) {
  vec2 at = (position.xz - uShadeArea.xy) * uShadeArea.z;
  vec2 away = abs(at) * 2.0;
  float inside = 1.0 - smoothstep(0.8, 0.98, max(away.x, away.y));
  return inside > 0.0 ? texture2D(uShade, vec2(0.5 + at.x, 0.5 - at.y)).r * inside * uShadeArea.w : 0.0;
}
vec3 onlyAir(vec3 color, vec3 position, vec3 eye) {
  vec3 ray = position - eye;
  float meters = length(ray);
  vec3 toward = ray / max(meters, 0.001);
  float far = pow(meters / uFogMeters, 1.3);
  float fog = 1.0 - exp(-far * (0.6 + 0.9 * exp(-max(position.y, 0.0) / 140.0)));
  vec3 sky = skyColor(toward);
  vec3 blue = mix(uHorizon, uZenith, 0.38);
  float toSun = max(dot(toward, uSunDirection), 0.0);
  blue = mix(blue, uGlow.rgb, pow(toSun, 6.0) * uGlow.w);
  color = mix(color, mix(blue, sky, smoothstep(0.45, 0.97, fog)), fog);
  float low = exp(-max(position.y - uMist.y, 0.0) / (9.0 + 14.0 * uMist.x));
  float mist = uMist.x * (1.0 - exp(-meters / 260.0)) * low + uMist.z * (1.0 - exp(-meters / 180.0));
  color = mix(color, mix(uHorizon, sky, 0.5), clamp(mist, 0.0, 1.0));
  return gradeColor(color);
}
vec3 throughAir(vec3 color, vec3 position, vec3 eye) {
  float shadow = 1.0 - (1.0 - cloudShadow(position)) * (1.0 - plantShadow(position));
  return onlyAir(color * shadeTint(shadow), position, eye);
}
vec3 throughAirUnshaded(vec3 color, vec3 position, vec3 eye) {
  return onlyAir(color * shadeTint(cloudShadow(position)), position, eye);
}
`
