/** GLSL: the land where shading is plain: the same soils, rock, shore and snow from half as many looks into textures. */
import { fallenSnow, farWoods, paintedWater, rockEdge, soilPaint } from './ground-paint.ts'

/**
 * The body of `main`; needs what terrain-fragment.ts declares. A processor runs every branch for every pixel, so that what counts are the looks into textures: ten in
 * place of twenty-one. Between a chunk and its parent it takes one or the other, along a ragged line, where the full shader mixes both.
 */
export const plainTerrainMain = /* glsl */ `
  float sharp = log2(max(meters, 1.0) * 0.0011);
  vec4 broad = textureLod(uStrokes, at / 512.0, sharp - 1.0);
  vec4 middle = textureLod(uStrokes, turned(at) / 128.0, sharp + 2.2);
  vec4 near = textureLod(uStrokes, at / 16.0, sharp + 4.0);
  vec4 close = textureLod(uStrokes, turned(at) / 8.0, sharp + 6.16);
  vec4 bumps = textureLod(uRelief, at / 32.0, sharp + 3.4);

  vec2 inside = smoothstep(0.0, 1.5, min(vGrid, QUADS - vGrid));
  vec2 aside = ((vec2(middle.r, middle.g) - 0.5) * 1.1 + (near.rg - 0.5) * 0.7) * inside;
  bool above = vSlots.y > -0.5 && vMorph > 0.2 + 0.6 * near.a;
  vec2 grid = above ? vec2(mod(vSlots.z, 2.0), floor(vSlots.z * 0.5)) * QUADS * 0.5 + vGrid * 0.5 : vGrid;
  float layer = above ? vSlots.y : vSlots.x;
  vec4 shape = textureLod(uNormals, vec3((grid + 0.5) / (QUADS + 1.0), layer), 0.0);
  vec4 ground = textureLod(uGround, vec3((grid + aside * (above ? 0.5 : 1.0) + 0.5) / (QUADS + 1.0), layer), 0.0);
  vec2 tilt = shape.xy * (255.0 / 127.0) - 1.0;
  vec3 smoothNormal = vec3(tilt.x, sqrt(max(0.02, 1.0 - dot(tilt, tilt))), tilt.y);
  float steep = 1.0 - smoothNormal.y;
  // x^2.2, near enough
  vec3 soil = ground.rgb * ground.rgb * (0.72 + 0.28 * ground.rgb);
  ${paintedWater}
  float snow = smoothstep(0.66, 0.8, min(ground.r, min(ground.g, ground.b)));

  ${farWoods}
  ${soilPaint}
  vec3 crumbled = color * (0.8 + 0.4 * close.r) * mix(0.84, 1.16, smoothstep(0.42, 0.62, 0.5 * close.a + 0.5 * close.b));
  // sand is finer than crumbs
  crumbled = mix(crumbled, color * (0.94 + 0.12 * close.r), sandy * 0.85);
  color = mix(crumbled, tipped, smoothstep(0.15, 0.6, grass));

  // rock: its wall is seen from one side or the other, and both the beds and the clefts are read once
  ${rockEdge}
  float upright = smoothstep(0.12, 0.3, steep);
  float along = smoothNormal.x * smoothNormal.x > smoothNormal.z * smoothNormal.z * (0.7 + 0.6 * near.b) ? at.y : at.x;
  // afar what is too small to be seen gives way to gullies as tall as the wall
  bool isFar = meters > 260.0;
  vec4 wall = textureLod(uRelief, upright > 0.5 ? vec2(along, y * (isFar ? 0.5 : 0.7)) / (isFar ? 256.0 : 32.0) : at / 32.0, isFar ? sharp : sharp + 3.0);
  float tall = smoothstep(260.0, 800.0, meters);
  wall = mix(vec4(0.5, 0.5, 0.5, 0.4), wall, isFar ? tall : smoothstep(260.0, 130.0, meters));
  float bed = y + (broad.g - 0.5) * 34.0 + (middle.r - 0.5) * 7.0 + (wall.b - 0.5) * 1.6;
  vec2 strata = textureLod(uStrokes, vec2(bed / 64.0, along / 4096.0 + 0.37), sharp + 2.0).rb;
  float banded = upright * (0.35 + 0.65 * smoothstep(0.3, 0.7, broad.r));
  vec3 stone = mix(ROCK_COOL, ROCK, smoothstep(0.15, 0.6, mix(broad.g, strata.x, banded)));
  stone = mix(stone, ROCK_WARM, smoothstep(0.5, 0.85, 0.5 * strata.x + 0.5 * broad.r) * 0.75);
  stone *= 1.0 + (strata.y - 0.5) * 0.4 * banded;
  stone *= 1.0 - 0.36 * smoothstep(0.14, 0.02, wall.a) * upright;
  stone *= (0.8 + 0.4 * wall.b) * (0.84 + 0.32 * close.b);
  stone = mix(stone, color, 0.4 * smoothstep(0.3, 0.12, steep) * smoothstep(0.3, 0.7, near.g));
  color = mix(color, stone, rock);
  float scree = smoothstep(0.16, 0.4, bare) * (1.0 - rock) * smoothstep(0.5, 0.62, close.a * 0.5 + close.b * 0.5) * (1.0 - snow);
  color = mix(color, ROCK * (0.8 + 0.5 * near.b), scree * 0.55);
  color = mix(color, SNOW * (0.95 + 0.08 * middle.r), snow * (1.0 - rock) * 0.8);

  float tide = y + (middle.g - 0.5) * 1.1 + (near.r - 0.5) * 0.5;
  float beach = smoothstep(2.6, 1.2, tide) * smoothstep(0.3, 0.12, steep) * smoothstep(0.55, 0.3, grass) * (1.0 - rock) * (1.0 - snow) * (1.0 - river);
  color = mix(color, SAND * (0.9 + 0.12 * near.r + 0.08 * close.a), beach * 0.85);
  float wet = smoothstep(0.75, 0.2, tide) * (1.0 - river);
  color *= mix(vec3(1.0), vec3(0.58, 0.56, 0.55), max(wet, uWet * 0.55 * (1.0 - snow)));
  // e^-kx by two halvings: a bottom seen through a little water
  vec3 sunk = 1.0 / (1.0 + clamp(-y, 0.0, 14.0) * vec3(0.2, 0.075, 0.063));
  color *= sunk * sunk;

  float rough = mix(mix(0.26, 0.36, grass), 0.8 * smoothstep(0.3, 0.12, steep), rock) * (1.0 - 0.6 * snow) * (1.0 - beach * 0.7) * (1.0 - 0.75 * sandy * (1.0 - rock));
  vec2 slope = (bumps.xy - 0.5) * 1.3 * rough + combed * (1.0 - rock);
  vec2 cut = (wall.xy - 0.5) * (upright * rock * mix(1.0 / (1.0 + meters / 300.0), 0.7 + 1.4 * broad.r, tall));
  vec3 chiselled = along == at.y ? vec3(0.0, cut.y, cut.x) : vec3(cut.x, cut.y, 0.0);
  vec3 normal = normalize(smoothNormal - vec3(slope.x, 0.0, slope.y) - chiselled);
  ${fallenSnow}
  vec3 lit = lightSurface(color, normal, 1.0) * mix(1.0, 0.9 + 0.2 * bumps.b, 0.9 / (1.0 + meters / 200.0));
`
