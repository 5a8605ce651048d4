/** Light and air shared by every material: one set of uniforms, and the GLSL that shades a surface and puts air before it. */
import { Color, DataTexture, type Texture, Vector2, Vector3, Vector4 } from 'three'
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
  /** Mist that lies in valleys: how much (x, 0..1), and the height in metres of its floor (y); what hangs in the air everywhere (z) and how dark a thunderstorm stands over it (w), 0..1. */
  uMist: { value: new Vector4() },
  /** Share of the sky that clouds cover, 0..1. */
  uCloud: { value: 0.3 },
  /** 0 dry .. 1 soaked. */
  uWet: { value: 0 },
  /** How hard it rains, 0..1: rings on water. */
  uRain: { value: 0 },
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
  /** What the season makes of grassy ground: factors of red, green and blue. */
  uSeasonTint: { value: new Vector3(1, 1, 1) },
  /** Shadows of trees and houses seen from above (red: 0 lit .. 1 shaded; green: the same of houses alone; blue: up to which height over the ground it is dark there, of SHADE_HEIGHT), and where: centre x, z in drawn metres, 1 / metres of its side, strength. */
  uShade: { value: noShade },
  uShadeArea: { value: new Vector4(0, 0, 0, 0) },
  /** Metres along x and z by which a shadow falls aside for each metre of height, when the shade was drawn. */
  uShadeFall: { value: new Vector2() },
}

/** Metres over the ground that full blue stands for in the shade texture. */
export const SHADE_HEIGHT = 32

/** Declares the uniforms; include once in a fragment (or vertex) shader that uses the functions below. */
export const airDeclarations = /* glsl */ `
uniform float uSeconds; uniform vec3 uSunDirection; uniform vec3 uSunColor; uniform vec3 uSkyFill; uniform vec3 uGroundFill;
uniform vec3 uZenith; uniform vec3 uHorizon; uniform vec4 uGlow; uniform float uFogMeters; uniform vec4 uMist; uniform float uCloud; uniform float uWet; uniform float uRain; uniform float uSnow; uniform float uNight;
uniform vec3 uWind; uniform vec3 uOrigin; uniform vec3 uSeasonTint; uniform sampler2D uNoise; uniform sampler2D uShade; uniform vec4 uShadeArea; uniform vec2 uShadeFall;
`

/**
 * The functions that need no more than the uniforms (positions in drawn metres, colours linear):
 * `vec3 lightSurface(albedo, normal, shade)`: soft half-lambert sun plus fill, under what snow lies on it unless SNOWLESS is defined; shade 0..1 is how much sun arrives.
 * `vec3 skyColor(direction)`: the sky without clouds, sun and moon: what water reflects. `vec3 farSky(direction)`: what fog fades into.
 * `float shadowAt(position, normal, above)`: how much sun trees and houses keep from what stands so many metres over the ground, 0..1.
 * `float lampShow()`: how much of lamplight shows, 0 by day .. 1 at night.
 * `vec3 onlyAir(color, position, eye)`: mist and distance, then the grade.
 * `vec3 gradeColor(color)`: the picture's last touch of colour; only what does not end in air calls it.
 */
export const lightFunctions = /* glsl */ `
vec3 lightSurface(vec3 albedo, vec3 normal, float shade) {
  #ifndef SNOWLESS
    albedo = mix(albedo, vec3(0.83, 0.9, 1.0), smoothstep(mix(1.0, 0.25, uSnow), mix(1.15, 0.6, uSnow), normal.y));
  #endif
  float sun = clamp(dot(normal, uSunDirection) * 0.66 + 0.34, 0.0, 1.0);
  sun = sun * sqrt(sun) * shade;
  vec3 fill = mix(uGroundFill, uSkyFill, normal.y * 0.5 + 0.5);
  return albedo * (uSunColor * sun + fill) * 0.3183;
}
vec3 gradeColor(vec3 color) {
  float light = dot(color, vec3(0.2126, 0.7152, 0.0722));
  // the tone curve flattens and pales: give back some contrast around a middle value, and some colour; shade by day keeps its own, or it would go black
  color *= pow(max(light, mix(0.13, 0.035, uNight)) / 0.33, 0.34);
  light = dot(color, vec3(0.2126, 0.7152, 0.0722));
  color = mix(vec3(light), color, mix(1.08, 1.26, min(light * 7.0, 1.0)));
  // by night eyes lose colours, but not those of lamps and fires
  color = mix(color, light * vec3(0.6, 0.9, 1.7), 0.36 * uNight * smoothstep(0.3, 0.04, light) * clamp(1.0 - 2.5 * (color.r - color.b) / max(light, 0.001), 0.0, 1.0));
  // shade leans towards the sky, light towards the sun
  return max(color * mix(vec3(0.93, 0.98, 1.11), vec3(1.04, 1.0, 0.95), min(light * 2.2, 1.0)), 0.0);
}
/** How much of lamplight shows: already at dusk, when the sky is still light. */
float lampShow() {
  float day = 1.0 - uNight;
  day *= day * day;
  // when the sun stands low, lamps show already
  return max(1.0 - day * day * day, 0.7 * smoothstep(0.22, 0.04, uSunDirection.y));
}
vec3 skyColor(vec3 direction) {
  float up = pow(clamp(direction.y / 0.55, 0.0, 1.0), 0.75);
  vec3 color = mix(uHorizon, uZenith, up);
  float toSun = max(dot(direction, uSunDirection), 0.0);
  float wide = toSun * toSun; wide = wide * wide * wide;
  return mix(color, uGlow.rgb, wide * uGlow.w * (1.0 - 0.5 * up));
}
/** What the land ends in: the sky, but under a thunderstorm its slate, and only low down the light that stands under it. */
vec3 farSky(vec3 direction) {
  vec3 slate = uHorizon * vec3(0.12, 0.15, 0.18) + uZenith * 0.42;
  return mix(skyColor(direction), slate, uMist.w * 0.9 * smoothstep(0.01, 0.12, direction.y));
}
float cloudShadow(vec3 position) {
  vec2 at = (position.xz + uOrigin.xz - uSunDirection.xz * 300.0) / 1024.0 - uWind.yz * uSeconds * 0.006;
  float n = texture2D(uNoise, at).r * 0.7 + texture2D(uNoise, at * 2.0).g * 0.3;
  float edge = 0.72 - uCloud * 0.42;
  return smoothstep(edge - 0.1, edge + 0.1, n) * 0.52 * (1.0 - uNight) * (1.0 - 0.6 * smoothstep(0.6, 1.0, uCloud));
}
/** Of the shade texture at a place on the ground: how dark (x), and up to which height in metres (y). */
vec2 shadeOn(vec2 spot) {
  vec2 at = (spot - uShadeArea.xy) * uShadeArea.z;
  vec2 away = abs(at) * 2.0;
  float inside = 1.0 - smoothstep(0.8, 0.98, max(away.x, away.y));
  if (inside <= 0.0) return vec2(0.0);
  vec3 shade = texture2D(uShade, vec2(0.5 + at.x, 0.5 - at.y)).rgb;
  #ifndef PLAIN
    // sun falls in flecks through a crown, which its picture is too coarse to show
    vec2 world = spot + uOrigin.xz;
    float flecks = texture2D(uNoise, world / 16.0).a * 0.6 + texture2D(uNoise, world.yx / 32.0).a * 0.4;
    shade.r = max(shade.r - 0.62 * smoothstep(0.53, 0.68, flecks), shade.g);
  #endif
  return vec2(shade.r * inside * uShadeArea.w, shade.b * ${SHADE_HEIGHT.toFixed(1)});
}
float plantShadow(vec3 position) { return shadeOn(position.xz).x; }
float shadowAt(vec3 position, vec3 normal, float above) {
  // the ray from the sun that meets this place goes on to the ground there; a little before the surface, or what the light grazes would lie in its own shade
  vec2 shade = shadeOn(position.xz + normal.xz * 0.3 + uShadeFall * above);
  return shade.x * smoothstep(above + 0.2, above + 0.8, shade.y);
}
/** What full shadow takes away: share of each colour. */
vec3 shadeDepth() {
  vec3 sun = uSunColor * 0.52;
  return sun / (sun + uSkyFill);
}
/** The air before a place: what it adds (rgb), and how much of the place's own colour comes through it (a). */
vec4 airBefore(vec3 position, vec3 eye) {
  vec3 ray = position - eye;
  float meters = length(ray);
  vec3 toward = ray / max(meters, 0.001);
  float far = pow(meters / uFogMeters, 1.3);
  // air thins with height, so that a summit looks far; where the land ends it closes all the same
  float end = meters / (uFogMeters * 4.2);
  float thin = 1.0 - 0.7 * smoothstep(50.0, 300.0, eye.y);
  float fog = 1.0 - exp(-far * (0.42 + 0.78 * exp(-max(position.y, 0.0) / 120.0)) * thin - 4.0 * end * end * end * end);
  vec3 sky = farSky(toward);
  vec3 blue = mix(uHorizon, uZenith, 0.48);
  float toSun = max(dot(toward, uSunDirection), 0.0);
  blue = mix(blue, uGlow.rgb, pow(toSun, 6.0) * uGlow.w);
  vec3 slate = uHorizon * vec3(0.12, 0.15, 0.18) + uZenith * 0.42;
  blue = mix(blue, slate, uMist.w * 0.55);
  // what lies in the valley thins upwards: the mean of it along the way, so that from a height one looks over it and not through all of it
  float rise = 1.0 / (9.0 + 14.0 * uMist.x);
  float here = max(eye.y - uMist.y, 0.0) * rise;
  float there = max(position.y - uMist.y, 0.0) * rise;
  float apart = there - here;
  float low = abs(apart) < 0.01 ? exp(-here) : (exp(-here) - exp(-there)) / apart;
  float mist = clamp(uMist.x * (1.0 - exp(-meters / 260.0)) * low + uMist.z * (1.0 - exp(-meters / 180.0)), 0.0, 1.0);
  return vec4(mix(mix(blue, sky, smoothstep(0.45, 0.97, fog)) * fog, mix(mix(uHorizon, sky, 0.5), mix(uHorizon, uSkyFill, 0.4), min(1.0, uMist.z * 1.25)), mist), (1.0 - fog) * (1.0 - mist));
}
vec3 onlyAir(vec3 color, vec3 position, vec3 eye) {
  vec4 air = airBefore(position, eye);
  return gradeColor(color * air.a + air.rgb);
}
`

const carriedAir = /* glsl */ `
varying vec4 vAirMix; varying vec4 vAirShade;
vec3 throughAir(vec3 color, vec3 position, vec3 eye) {
  color *= 1.0 - vAirShade.rgb * (1.0 - (1.0 - vAirShade.a) * (1.0 - plantShadow(position)));
  return gradeColor(color * vAirMix.a + vAirMix.rgb);
}
vec3 throughAirUnshaded(vec3 color, vec3 position, vec3 eye) {
  return gradeColor(color * (1.0 - vAirShade.rgb * vAirShade.a) * vAirMix.a + vAirMix.rgb);
}
`

/**
 * GLSL for the vertex shader of whatever ends in `throughAir`, after airDeclarations: `void carryAir(position)`, called once with the drawn position.
 * Where shading is plain, air and the shadows of clouds are worked out at corners and carried to the pixels, and the vertex shader may call `lightFunctions` and `throughAir` itself; else it does nothing.
 */
export const airCarrier = /* glsl */ `
#ifdef PLAIN
  ${lightFunctions}
  ${carriedAir}
  void carryAir(vec3 position) {
    vAirMix = airBefore(position, cameraPosition);
    vAirShade = vec4(shadeDepth(), cloudShadow(position));
  }
#else
  void carryAir(vec3 position) {}
#endif
`

/**
 * `lightFunctions` and, for fragments whose vertices call `carryAir`:
 * `vec3 throughAir(color, position, eye)`: shadows of clouds and plants, then mist and distance, then the grade. Ends a surface.
 * `vec3 throughAirUnshaded(color, position, eye)`: the same without shadows of plants, for the plants themselves.
 */
export const airFunctions = /* glsl */ `
${lightFunctions}
#ifdef PLAIN
  ${carriedAir}
#else
  vec3 throughAir(vec3 color, vec3 position, vec3 eye) {
    float shadow = 1.0 - (1.0 - cloudShadow(position)) * (1.0 - plantShadow(position));
    return onlyAir(color * (1.0 - shadeDepth() * shadow), position, eye);
  }
  vec3 throughAirUnshaded(vec3 color, vec3 position, vec3 eye) {
    return onlyAir(color * (1.0 - shadeDepth() * cloudShadow(position)), position, eye);
  }
#endif
`

/**
 * GLSL that ends every fragment shader of the scene: from light to what a screen shows. Where shading is plain, AgX and sRGB are written out in one, with
 * products of their matrices and roots for powers, within 1/255 of three's own (constants: three's tonemapping chunk; roots: Ericson's and Chilliant's fits).
 */
export const toneEnd = /* glsl */ `
#if defined(PLAIN) && defined(TONE_MAPPING)
  {
    const mat3 inset = mat3(0.856627153315983, 0.137318972929847, 0.11189821299995, 0.0951212405381588, 0.761241990602591, 0.0767994186031903, 0.0482516061458583, 0.101439036467562, 0.811302368396859)
      * mat3(0.6274, 0.0691, 0.0164, 0.3293, 0.9195, 0.0880, 0.0433, 0.0113, 0.8956);
    vec3 t = clamp((log2(max(inset * gl_FragColor.rgb * toneMappingExposure, 1e-10)) + 12.47393) / 16.5, 0.0, 1.0);
    vec3 t2 = t * t;
    t = ((((15.5 * t2 - 40.14 * t) + 31.96) * t2 - 6.868 * t + 0.4298) * t + 0.1191) * t - 0.00232;
    t = max(mat3(1.1271005818144368, -0.1413297634984383, -0.14132976349843826, -0.11060664309660323, 1.157823702216272, -0.11060664309660294, -0.016493938717834573, -0.016493938717834257, 1.2519364065950405) * t, 0.0);
    t = t * t * (0.72 + 0.28 * t);
    t = clamp(LINEAR_REC2020_TO_LINEAR_SRGB * t, 0.0, 1.0);
    vec3 half1 = sqrt(t);
    vec3 half2 = sqrt(half1);
    gl_FragColor.rgb = 0.662002687 * half1 + 0.684122060 * half2 - 0.323583601 * sqrt(half2) - 0.0225411470 * t;
  }
#else
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
#endif
  // that curve leaves what is white in the sun a grey: clouds, snow and lime are given back their light
  gl_FragColor.rgb *= 1.0 + 0.13 * gl_FragColor.rgb * gl_FragColor.rgb;
`
