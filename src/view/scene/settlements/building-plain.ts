/** GLSL: strokes of houses where shading is plain: one pattern of cells, joints and grain, with numbers by surface in place of a branch for each. */
import { SURFACES, type Surface } from './mesh-builder.ts'

/** Cells: width, height in metres, by how many cells a row is shifted at most, size in metres that has to be told apart on the screen for the pattern to be seen. */
type Cells = readonly [width: number, height: number, shift: number, seen: number]
/** Grain: cells of noise a metre along and up, how much it counts against each cell's own tone (0..1), how strong the pattern is (0..1). */
type Grain = readonly [along: number, up: number, weight: number, strength: number]
/** How dark the joints between columns and the undersides of rows are (0..1), moss (0..1), stripes (0..1). */
type Joints = readonly [columns: number, rows: number, moss: number, stripes: number]

const NO_CELLS: Cells = [4, 4, 0, 0.12]
const NO_JOINTS: Joints = [0, 0, 0, 0]

const PATTERNS: { readonly [S in Surface]: readonly [Cells, Grain, Joints] } = {
  plain: [NO_CELLS, [3, 3, 1, 0.2], NO_JOINTS],
  plaster: [NO_CELLS, [4, 9, 1, 0.3], NO_JOINTS],
  stone: [[0.46, 0.27, 3, 0.2], [9, 9, 0.3, 1], [0.3, 0.3, 0, 0]],
  planks: [[0.2, 9, 0, 0.16], [42, 2.2, 0.55, 0.9], [0.45, 0, 0, 0]],
  beam: [[4, 9, 0, 0.06], [42, 2.2, 0.8, 0.7], NO_JOINTS],
  thatch: [[9, 0.62, 1, 0.1], [30, 1.9, 1, 1], [0, 0.25, 0, 0]],
  clay: [[0.24, 0.34, 0, 0.22], [6, 6, 0.15, 1], [0.2, 0.25, 0.3, 0]],
  slate: [[0.36, 0.3, 0.6, 0.22], [6, 6, 0.15, 1], [0.22, 0.25, 0.3, 0]],
  turf: [[0.2, 0.2, 1, 0.12], [17, 8, 0.85, 0.9], NO_JOINTS],
  shingle: [[0.22, 0.36, 0.6, 0.22], [20, 4, 0.25, 1], [0.22, 0.25, 0.3, 0]],
  stripes: [[0.5, 9, 0, 0.2], [6, 6, 1, 0.25], [0, 0, 0, 1]],
  leaves: [NO_CELLS, [19, 19, 1, 1], NO_JOINTS],
  glass: [NO_CELLS, [1, 1, 1, 0], NO_JOINTS],
  flame: [NO_CELLS, [1, 1, 1, 0], NO_JOINTS],
  soil: [NO_CELLS, [14, 14, 1, 0.9], NO_JOINTS],
}

function table(name: string, column: 0 | 1 | 2): string {
  const rows = SURFACES.map((surface) => `vec4(${PATTERNS[surface][column].map((value) => value.toFixed(3)).join(', ')})`)
  return `const vec4 ${name}[${SURFACES.length}] = vec4[${SURFACES.length}](${rows.join(', ')});`
}

/** For the vertex shader, before main: `carryPattern(kind)` gives the fragment its numbers. */
export const patternCarrier = /* glsl */ `
flat varying vec4 vCells; flat varying vec4 vGrain; flat varying vec4 vJoints;
${table('CELLS', 0)}
${table('GRAIN', 1)}
${table('JOINTS', 2)}
void carryPattern(int kind) { vCells = CELLS[kind]; vGrain = GRAIN[kind]; vJoints = JOINTS[kind]; }
`

/** For the fragment shader: the same `strokes` as the full one's, out of two looks into the noise. */
export const plainStrokes = /* glsl */ `
flat varying vec4 vCells; flat varying vec4 vGrain; flat varying vec4 vJoints;
vec3 strokes(vec3 paint, vec2 at, vec2 pixel, float kind, float luck) {
  float broad = texture2D(uNoise, at * 0.13 + luck * 3.0).r;
  float grain = texture2D(uNoise, at * vGrain.xy / 32.0 + luck).a;
  vec2 p = at / vCells.xy;
  float row = floor(p.y);
  p.x += vCells.z * chance(vec2(row, 7.0));
  vec2 f = fract(p);
  float each = chance(vec2(floor(p.x), row) + luck);
  vec3 tone = mix(vec3(0.78, 0.77, 0.76), vec3(1.17, 1.12, 1.06), mix(each, smoothstep(0.15, 0.85, grain), vGrain.z));
  tone *= 1.0 - vJoints.x * (1.0 - smoothstep(0.0, 0.055, min(f.x, 1.0 - f.x) * vCells.x));
  tone *= 1.0 + vJoints.y * (smoothstep(0.0, 0.25, f.y) * 1.2 - 1.0);
  float seen = vGrain.w * clamp(1.4 - 2.2 * max(pixel.x, pixel.y) / vCells.w, 0.0, 1.0);
  vec3 painted = paint * mix(vec3(0.95 + 0.1 * broad), tone, seen);
  painted = mix(painted, vec3(0.17, 0.2, 0.08), vJoints.z * smoothstep(0.6, 0.75, broad));
  return mix(painted, vec3(0.83, 0.76, 0.62), vJoints.w * smoothstep(0.44, 0.5, abs(f.x - 0.5) * 1.96));
}
`
