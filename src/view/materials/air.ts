/** Light and air shared by every material: one set of uniforms, and the GLSL that shades a surface and puts air before it. */
import { Color, Vector3 } from 'three'

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
  /** Metres at which air takes most of the colour away. */
  uFogMeters: { value: 1900 },
  /** 0 dry .. 1 soaked. */
  uWet: { value: 0 },
  /** 0 day .. 1 night: lamps and windows glow by it. */
  uNight: { value: 0 },
  /** Metres a second, and where the wind blows to (x, z). */
  uWind: { value: new Vector3(3, 0.8, 0.6) },
  /** World position of the drawn origin, modulo 4,096 m, so that noise in shaders does not jump when the origin moves. */
  uOrigin: { value: new Vector3() },
}

/** Declares the uniforms; include once in a fragment (or vertex) shader that uses the functions below. */
export const airDeclarations = /* glsl */ `
uniform float uSeconds; uniform vec3 uSunDirection; uniform vec3 uSunColor; uniform vec3 uSkyFill; uniform vec3 uGroundFill;
uniform vec3 uZenith; uniform vec3 uHorizon; uniform float uFogMeters; uniform float uWet; uniform float uNight; uniform vec3 uWind; uniform vec3 uOrigin;
`

/** `vec3 lightSurface(albedo, normal, shade)`: shade 0..1 is how much sun arrives. `vec3 throughAir(color, position, eye)`: positions in drawn metres. */
export const airFunctions = /* glsl */ `
vec3 lightSurface(vec3 albedo, vec3 normal, float shade) {
  float sun = clamp(dot(normal, uSunDirection) * 0.8 + 0.2, 0.0, 1.0) * shade;
  vec3 fill = mix(uGroundFill, uSkyFill, normal.y * 0.5 + 0.5);
  return albedo * (uSunColor * sun + fill) * 0.3183;
}
vec3 throughAir(vec3 color, vec3 position, vec3 eye) {
  vec3 ray = position - eye;
  float meters = length(ray);
  vec3 toward = ray / max(meters, 0.001);
  float thickness = 0.6 + 0.9 * exp(-max(position.y, 0.0) / 140.0);
  float fog = 1.0 - exp(-pow(meters / uFogMeters, 1.3) * thickness);
  vec3 airColor = mix(uHorizon, uZenith, 0.38 * clamp(toward.y * 2.0, 0.0, 1.0));
  airColor = mix(airColor, uSunColor * 0.3183, pow(max(dot(toward, uSunDirection), 0.0), 6.0) * 0.35);
  return mix(color, airColor, clamp(fog, 0.0, 1.0));
}
`
