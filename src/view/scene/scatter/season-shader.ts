/** GLSL of the year: tints, sizes and twigs of plants, and where their pictures lie. */
import { LEAF_TILES } from './leaf-texture.ts'
import { AHEAD_YEARS, BLOOMS } from './season.ts'

/** Pictures in a row of the sheet, and rows. */
export const PICTURE_COLUMNS = 4
/** As PICTURE_COLUMNS. */
export const PICTURE_ROWS = 6

/** GLSL for vertex shaders: `vec4 yearOf(turn)`: leafed, autumn, fresh, bloom of a plant now; `vec3 yearTint(tint, turn, leaves)`; `float yearSize(turn, leaves)`. */
export const seasonFunctions = /* glsl */ `
uniform sampler2D uYearLeaves; uniform float uYear;
vec4 yearOf(float turn) {
  return turn < 0.5 ? vec4(1.0, 0.0, 0.0, 0.0) : texture2D(uYearLeaves, vec2(uYear + (fract(turn) - 0.5) * ${AHEAD_YEARS.toFixed(4)}, 0.5));
}
vec3 yearTint(vec3 tint, float turn, vec4 leaves) {
  float kind = mod(floor(turn), ${BLOOMS}.0);
  if (kind < 0.5 || kind > 4.5) return tint;
  float luck = fract(turn * 7.0);
  vec3 autumn = kind < 1.5 ? (luck < 0.4 ? vec3(3.1, 1.15, 0.42) : luck < 0.75 ? vec3(2.5, 1.5, 0.4) : vec3(2.7, 0.72, 0.4))
    : kind < 2.5 ? mix(vec3(2.3, 1.5, 0.35), vec3(2.6, 1.35, 0.3), luck) : kind < 3.5 ? vec3(1.7, 1.25, 0.7) : vec3(1.9, 0.85, 0.4);
  bool blooms = turn > ${BLOOMS}.0;
  tint = mix(tint, tint * vec3(1.2, 1.12, 0.92), leaves.z);
  tint = mix(tint, autumn, blooms ? max(leaves.y, 0.3 * (1.0 - leaves.w)) : leaves.y);
  return blooms ? mix(tint, vec3(6.2, 2.25, 10.5), leaves.w * 0.85) : tint;
}
float yearSize(float turn, vec4 leaves) {
  float kind = mod(floor(turn), ${BLOOMS}.0);
  return kind > 4.5 ? 1.0 - max(leaves.y, 1.0 - leaves.x) : kind > 3.5 ? 0.35 + 0.65 * leaves.x : 1.0;
}
`

/** GLSL `void makeBare(paint, uv, local, luck, keep)`: a vertex without leaves: a clump shows its twigs or, by its `luck` 0..1, nothing; the dark heart of a crown shrinks to the trunk by `keep`. Colours linear. */
export const bareFunctions = /* glsl */ `
void makeBare(inout vec4 paint, inout vec2 uv, inout vec3 local, float luck, vec3 keep) {
  if (paint.a < 0.5) return;
  vec2 tile = floor(uv * 4.0);
  if (tile == vec2(${LEAF_TILES.solid.map((n) => n.toFixed(1)).join(', ')})) { local *= keep; return; }
  if (fract(luck * 7.0) < 0.42) { local *= 0.0; return; }
  uv = (vec2(${LEAF_TILES.twigs.map((n) => n.toFixed(1)).join(', ')}) + uv * 4.0 - tile) / 4.0;
  paint = vec4(0.115, 0.092, 0.075, 0.0);
}
`

/** GLSL `vec2 pictureUv(number, at)`: where a picture lies on the sheet; `at` is 0..1 across it and up. */
export const pictureFunctions = /* glsl */ `
vec2 pictureUv(float number, vec2 at) {
  return (vec2(mod(number, ${PICTURE_COLUMNS}.0), floor(number / ${PICTURE_COLUMNS}.0)) + at) / vec2(${PICTURE_COLUMNS}.0, ${PICTURE_ROWS}.0);
}
`
