/** GLSL: what the land looks like: soil and grass in broad strokes, banded rock, wet shores, snow. */
import { fallenSnow, farWoods, paintedWater, rockEdge, soilPaint } from './ground-paint.ts'
import { airDeclarations, airFunctions, toneEnd } from '../../materials/air.ts'
import { plainTerrainMain } from './terrain-plain-fragment.ts'
import { CHUNK_QUADS } from '#worldgen/chunk.ts'

/** The fragment shader of the land. Noise is sampled at world places modulo 4,096 m, so every tile size divides 4,096. */
export const terrainFragmentShader = /* glsl */ `
precision highp sampler2DArray;
${airDeclarations}
#define SNOWLESS
${airFunctions}
uniform sampler2DArray uNormals;
uniform sampler2DArray uGround;
uniform sampler2D uStrokes;
uniform sampler2D uRelief;
varying vec3 vPosition;
varying vec2 vGrid;
varying float vMorph;
flat varying vec3 vSlots;

const float QUADS = ${CHUNK_QUADS.toFixed(1)};
const vec3 ROCK = vec3(0.31, 0.275, 0.225);
const vec3 ROCK_COOL = vec3(0.2, 0.192, 0.206);
const vec3 ROCK_WARM = vec3(0.4, 0.318, 0.228);
const vec3 SNOW = vec3(0.83, 0.9, 1.0);
const vec3 SAND = vec3(0.694, 0.552, 0.305);

/** Turns by an integer matrix, so that the pattern still repeats after 4,096 m. */
vec2 turned(vec2 p) { return vec2(2.0 * p.x + p.y, 2.0 * p.y - p.x); }

vec4 sampleOf(sampler2DArray layers, vec2 grid) {
  vec4 own = textureLod(layers, vec3((grid + 0.5) / (QUADS + 1.0), vSlots.x), 0.0);
  if (vMorph <= 0.002 || vSlots.y < -0.5) return own;
  vec2 quarter = vec2(mod(vSlots.z, 2.0), floor(vSlots.z * 0.5));
  vec2 above = quarter * QUADS * 0.5 + grid * 0.5;
  return mix(own, textureLod(layers, vec3((above + 0.5) / (QUADS + 1.0), vSlots.y), 0.0), vMorph);
}

void main() {
  vec2 at = vPosition.xz + uOrigin.xz;
  float meters = distance(vPosition, cameraPosition);
  float y = vPosition.y;

#ifdef PLAIN
${plainTerrainMain}
#else
  // grain is read at a blur that follows distance: what is too fine to be seen is not read at all
  float sharp = log2(max(meters, 1.0) * 0.0011);
  vec4 broad = textureLod(uStrokes, at / 512.0, sharp - 1.0);
  vec4 middle = textureLod(uStrokes, turned(at) / 128.0, sharp + 2.2);
  vec4 swell = vec4(0.5, 0.5, 0.5, 0.4);
  vec4 near = vec4(0.5);
  vec4 close = vec4(0.5);
  vec4 bumps = vec4(0.5, 0.5, 0.5, 0.4);
  float blades = 0.5;
  if (meters < 1400.0) {
    swell = mix(textureLod(uRelief, at / 64.0, sharp + 2.0), swell, smoothstep(700.0, 1400.0, meters));
    near = mix(textureLod(uStrokes, at / 16.0, sharp + 4.0), near, smoothstep(300.0, 1400.0, meters));
  }
  if (meters < 160.0) {
    float gone = smoothstep(60.0, 160.0, meters);
    close = mix(textureLod(uStrokes, turned(at) / 8.0, sharp + 5.0 + 1.16), close, gone);
    bumps = mix(textureLod(uRelief, turned(at) / 16.0, sharp + 4.0 + 1.16), bumps, gone);
    // right before the feet: single leaves and crumbs
    if (meters < 24.0) blades = mix(textureLod(uStrokes, turned(at) / 2.0, sharp + 8.16).a, 0.5, smoothstep(8.0, 24.0, meters));
  }

  // soil is looked up a little aside, so that borders between soils waver like a brush instead of following the grid
  vec2 inside = smoothstep(0.0, 1.5, min(vGrid, QUADS - vGrid));
  vec2 aside = (vec2(middle.r, middle.g) - 0.5) * 1.1 + (near.rg - 0.5) * 0.7;
  vec4 shape = sampleOf(uNormals, vGrid);
  vec4 ground = sampleOf(uGround, vGrid + aside * inside);
  vec2 tilt = shape.xy * (255.0 / 127.0) - 1.0;
  vec3 smoothNormal = vec3(tilt.x, sqrt(max(0.02, 1.0 - dot(tilt, tilt))), tilt.y);
  smoothNormal = normalize(smoothNormal);
  float steep = 1.0 - smoothNormal.y;
  // what is steep and seen aslant is read at a greater blur, or it would be drawn out into dark streaks
  float slant = clamp(-1.0 - log2(max(dot(smoothNormal, (cameraPosition - vPosition) / max(meters, 0.001)), 0.03)), 0.0, 3.0) * smoothstep(0.08, 0.2, steep);
  close = mix(close, vec4(0.5), slant * 0.3);
  near = mix(near, vec4(0.5), slant * 0.2);
  vec3 soil = pow(ground.rgb, vec3(2.2));
  ${paintedWater}
  float snow = smoothstep(0.66, 0.8, min(ground.r, min(ground.g, ground.b)));

  ${farWoods}
  // two scales of brightness, one of warmth, then dabs close by
  ${soilPaint}
  // trodden earth: small stones, lighter and darker
  vec3 crumbled = color * (0.8 + 0.4 * close.r) * mix(0.84, 1.16, smoothstep(0.42, 0.62, 0.5 * close.a + 0.5 * close.b));
  // sand is finer than crumbs
  crumbled = mix(crumbled, color * (0.94 + 0.12 * close.r), sandy * 0.85);
  color = mix(crumbled, tipped, smoothstep(0.15, 0.6, grass));

  color *= 0.72 + 0.56 * blades;

  // rock breaks through where it is steep, with a ragged edge
  ${rockEdge}
  vec3 chiselled = vec3(0.0);
  if (rock > 0.004) {
    // a wall is painted from its side, so that nothing is drawn out down its face
    float facing = smoothNormal.x * smoothNormal.x / max(0.0001, dot(smoothNormal.xz, smoothNormal.xz));
    float crisp = sharp + slant;
    vec4 wall = mix(textureLod(uRelief, vec2(at.x, y * 0.7) / 64.0, crisp + 2.0), textureLod(uRelief, vec2(at.y, y * 0.7) / 64.0, crisp + 2.0), smoothstep(0.15, 0.85, facing));
    // chips; afar, where they are too small to be seen, buttresses and gullies as tall as the wall are read in their place
    bool isFar = meters > 260.0;
    vec2 grain = isFar ? vec2(1.0, 0.5) / 256.0 : vec2(0.125);
    float chipBlur = isFar ? crisp : crisp + 5.3;
    vec4 chips = mix(textureLod(uRelief, vec2(at.x, y) * grain, chipBlur), textureLod(uRelief, vec2(at.y, y) * grain, chipBlur), smoothstep(0.15, 0.85, facing));
    float tall = smoothstep(260.0, 800.0, meters);
    chips = mix(vec4(0.5, 0.5, 0.5, 0.4), chips, isFar ? tall : smoothstep(260.0, 130.0, meters));
    float upright = smoothstep(0.12, 0.3, steep);
    wall = mix(swell, wall, upright);
    chips = mix(bumps, chips, upright);
    float bed = y + (broad.g - 0.5) * 34.0 + (middle.r - 0.5) * 7.0 + (wall.b - 0.5) * 1.6;
    float blur = crisp + 3.0;
    float strata = textureLod(uStrokes, vec2(bed / 128.0, at.x / 4096.0 + 0.37), blur - 2.0).r;
    float layers = textureLod(uStrokes, vec2(0.63 + at.y / 4096.0, bed / 32.0), blur).b;
    float banded = upright * (0.35 + 0.65 * smoothstep(0.3, 0.7, broad.r));
    vec3 stone = mix(ROCK_COOL, ROCK, smoothstep(0.15, 0.6, mix(broad.g, strata, banded)));
    stone = mix(stone, ROCK_WARM, smoothstep(0.5, 0.85, 0.5 * strata + 0.5 * broad.r) * 0.75);
    stone *= 1.0 + (layers - 0.5) * 0.5 * banded;
    // clefts and chips
    stone *= 1.0 - (0.36 * smoothstep(0.14, 0.02, wall.a) + 0.3 * tall * smoothstep(0.22, 0.02, chips.a)) * upright;
    stone *= (0.84 + 0.32 * wall.b) * (0.84 + 0.32 * chips.b) * (0.9 + 0.2 * close.b);
    // what lies on ledges
    stone = mix(stone, color, 0.4 * smoothstep(0.3, 0.12, steep) * smoothstep(0.3, 0.7, near.g));
    color = mix(color, stone, rock);
    vec2 cut = (wall.xy - 0.5) * mix(0.35, 1.1, exp(-meters / 220.0)) + (chips.xy - 0.5) * mix(0.8 / (1.0 + slant), 0.7 + 1.7 * broad.r, tall);
    chiselled = mix(vec3(cut.x, cut.y, 0.0), vec3(0.0, cut.y, cut.x), smoothstep(0.15, 0.85, facing)) * upright * rock;
  }
  // screes: broken stones where rock begins to give way
  float scree = smoothstep(0.16, 0.4, bare) * (1.0 - rock) * smoothstep(0.5, 0.62, close.a * 0.5 + close.b * 0.5) * (1.0 - snow);
  color = mix(color, ROCK * (0.8 + 0.5 * near.b), scree * 0.55);
  color = mix(color, SNOW * (0.95 + 0.08 * middle.r), snow * (1.0 - rock) * 0.8);

  // the sea's edge: sand above but in the green marsh of a delta, a wet band that wavers, then the bottom, greener and darker with depth
  float tide = y + (middle.g - 0.5) * 1.1 + (near.r - 0.5) * 0.5;
  float beach = smoothstep(2.6, 1.2, tide) * smoothstep(0.3, 0.12, steep) * smoothstep(0.55, 0.3, grass) * (1.0 - rock) * (1.0 - snow) * (1.0 - river);
  color = mix(color, SAND * (0.9 + 0.12 * near.r + 0.08 * close.a), beach * 0.85);
  float wet = smoothstep(0.75, 0.2, tide) * (1.0 - river);
  color *= mix(vec3(1.0), vec3(0.58, 0.56, 0.55), max(wet, uWet * 0.55 * (1.0 - snow)));
  float depth = max(0.0, -y);
  color *= exp(-min(depth, 14.0) * vec3(0.34, 0.13, 0.11));

  // relief too small for the grid, fading with distance by itself as its texture blurs
  float rough = mix(mix(0.26, 0.36, grass), 0.7 * smoothstep(0.3, 0.12, steep), rock) * (1.0 - 0.6 * snow) * (1.0 - beach * 0.7) * (1.0 - 0.75 * sandy * (1.0 - rock));
  vec2 slope = (swell.xy - 0.5) * 0.9 + (vec2(2.0 * bumps.x - bumps.y, bumps.x + 2.0 * bumps.y) - vec2(0.5, 1.5)) * 0.4;
  vec3 normal = normalize(smoothNormal - vec3(slope.x, 0.0, slope.y) * rough - vec3(combed.x, 0.0, combed.y) * (1.0 - rock) - chiselled);
  float hollow = 0.9 + 0.2 * mix(swell.b, bumps.b, 0.4);

  ${fallenSnow}
  vec3 lit = lightSurface(color, normal, 1.0) * mix(1.0, hollow, exp(-meters / 260.0) * 0.9);
  // what is soaked mirrors the low sky, most where water stands
  float grazing = 1.0 - max(dot(normal, (cameraPosition - vPosition) / max(meters, 0.001)), 0.0);
  grazing *= grazing;
  float pools = (1.0 - grass) * (1.0 - 0.7 * max(sandy, beach)) * smoothstep(0.97, 0.995, smoothNormal.y) * smoothstep(0.58, 0.72, near.r);
  lit += uHorizon * (uWet * grazing * grazing * (mix(0.1, 0.025, grass) + 0.3 * pools) * (1.0 - snow));
#endif
  // a painted river mirrors the low sky, the more the lower one looks over it
  float low = 1.0 - max((cameraPosition.y - y) / max(meters, 0.001), 0.0);
  lit = mix(lit, uHorizon * 0.7, river * (0.12 + 0.5 * low * low * low));
  gl_FragColor = vec4(throughAir(lit, vPosition, cameraPosition), 1.0);
  ${toneEnd}
}
`
