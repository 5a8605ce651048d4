/** GLSL: rings that drops of rain make on water. */

/** Metres up to which they are seen: further off they are too fine. */
const SEEN_METERS = 45

/**
 * `float diceOf(cell)`: chance by cell, 0..1. `vec3 rainRings(at, meters)`: slope along x and z (x, y) and how much of a crest it is (z) at a place of the world so many metres
 * from the eye, from uRain and uSeconds: in each of two lattices of cells a ring at a time, which widens and fades, then one elsewhere in the cell. Nothing while it is dry.
 */
export const rainRings = /* glsl */ `
float diceOf(vec2 cell) { cell = fract(cell * vec2(0.1031, 0.1173)); cell += dot(cell, cell.yx + 33.33); return fract((cell.x + cell.y) * cell.x * 97.31); }
vec3 rainRings(vec2 at, float meters) {
  float seen = min(uRain * 1.6, 1.0) * smoothstep(${SEEN_METERS.toFixed(1)}, ${(SEEN_METERS * 0.25).toFixed(1)}, meters);
  if (seen < 0.01) return vec3(0.0);
  vec3 sum = vec3(0.0);
  for (int lattice = 0; lattice < 2; lattice++) {
    vec2 p = lattice == 0 ? at / 0.75 : vec2(at.x + at.y, at.y - at.x) / 0.97 + 0.4;
    vec2 cell = floor(p);
    float age = uSeconds * 1.25 + diceOf(cell) * 7.0;
    float drop = floor(age);
    age -= drop;
    drop = mod(drop, 64.0);
    // so small a share of drops as it drizzles, each where its ring has room
    if (diceOf(cell + drop * 0.37) > 0.25 + 0.75 * uRain) continue;
    vec2 spot = fract(p) - 0.5 - 0.24 * (vec2(diceOf(cell + drop + 5.0), diceOf(cell + drop + 9.0)) - 0.5);
    float away = length(spot);
    float from = (away - 0.36 * age) * 22.0;
    float crest = exp(-from * from) * (1.0 - age) * (1.0 - age);
    sum += vec3(spot / max(away, 0.02) * from * crest, crest);
  }
  return sum * seen;
}
`
