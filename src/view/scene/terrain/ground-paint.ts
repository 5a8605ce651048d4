/** Paint that the land has on every preset: brightness, warmth and tufts of soil, and where rock breaks through. */

/** From `soil` and `shape` to `river` and `grass`: soil is bluer than red, and no snow, only where a river is painted on it that the lattice is too wide to draw; nothing grows there and it is no sand. */
export const paintedWater = /* glsl */ `
  float river = smoothstep(0.015, 0.06, soil.b - soil.r) * smoothstep(0.5, 0.3, soil.r);
  float grass = shape.z * (1.0 - river);
`

/** From `broad`, `middle`, `near`, `close` and `soil` to `color` and `tipped`: two scales of brightness, one of warmth, then dabs close by; and `combed`, how the wind tilts sand. */
export const soilPaint = /* glsl */ `
  // bare sand, by its colour: the wind draws it into ripples and folds; dunes are the land's own
  float sandy = smoothstep(0.22, 0.32, soil.r - soil.b) * smoothstep(0.4, 0.5, soil.r) * smoothstep(0.5, 0.2, grass) * (1.0 - snow) * (1.0 - uSnow) * smoothstep(1.5, 6.0, y);
  // turns in 4,096 m are whole, so that nothing jumps where places begin again
  float comb = dot(at, vec2(4.29982, 2.50038)) + middle.g * 9.0 + near.r * 1.3;
  float fold = fract((dot(at, vec2(0.67496, 0.33747)) + middle.g * 4.5 + near.g * 0.8) * 0.159155);
  float fine = sandy * smoothstep(70.0, 6.0, meters);
  float folds = sandy * smoothstep(320.0, 60.0, meters) * smoothstep(4.0, 40.0, meters) * smoothstep(0.3, 0.7, broad.g) * smoothstep(0.12, 0.05, steep);
  float furrow = smoothstep(0.6, 0.72, fold) * smoothstep(1.0, 0.8, fold);
  // close by they are hand-high and steeper behind the crest than before it
  float lean = comb * 2.0 + 0.45 * sin(comb * 2.0) + near.b * 2.2;
  float close1 = sandy * smoothstep(26.0, 3.0, meters);
  vec2 combed = vec2(0.86, 0.5) * (cos(comb) * 0.2 * fine + cos(lean) * 0.26 * close1 + (0.05 - 0.17 * furrow) * folds);
  float blot = (broad.r - 0.5) * 2.0;
  float dab = (middle.b - 0.5) * 2.0;
  soil *= mix(vec3(1.0), uSeasonTint, min(grass * 1.5, 1.0) * (1.0 - snow));
  vec3 color = mix(vec3(dot(soil, vec3(0.2126, 0.7152, 0.0722))), soil, 0.86) * (1.0 + 0.14 * blot + 0.08 * dab);
  color *= mix(vec3(0.94, 1.0, 1.06), vec3(1.06, 1.0, 0.91), smoothstep(0.25, 0.75, 0.6 * broad.g + 0.4 * middle.g));
  float tuft = 0.42 * near.r + 0.34 * close.b + 0.24 * close.a;
  color *= 1.0 + 0.05 * fine * sin(comb) + 0.06 * close1 * sin(lean) - 0.05 * folds * furrow;
  vec3 tipped = color * mix(vec3(0.82, 0.88, 0.87), vec3(1.15, 1.13, 1.01), smoothstep(0.25, 0.75, tuft));
`

/** From `soil`, `grass`, `snow`, `meters` and `broad` to `soil`: where single trees are no longer drawn the land wears their crowns, closed where its soil is the dark floor of woods, scattered on open green. */
export const farWoods = /* glsl */ `
  float afar = smoothstep(0.36, 0.62, meters / uFogMeters) * grass * (1.0 - snow) * smoothstep(-0.06, 0.02, soil.g - soil.r);
  if (afar > 0.0) {
    float wooded = smoothstep(0.25, 0.13, dot(soil, vec3(0.2126, 0.7152, 0.0722)));
    float crowns = 0.36 * broad.r + 0.36 * broad.b + 0.28 * broad.a;
    float open = mix(0.68, 0.33, wooded);
    // dark between the crowns of a wood and round their feet, lit on top
    vec3 leafy = soil * vec3(0.48, 0.57, 0.5) * (0.62 + 1.15 * smoothstep(open + 0.06, open + 0.3, crowns));
    soil = mix(soil, mix(soil * mix(1.0, 0.55, wooded), leafy, smoothstep(open, open + 0.08, crowns)), afar);
  }
`

/** From `steep`, `snow`, `meters` and the strokes to `rock`: where it is steep, with a ragged edge. */
export const rockEdge = /* glsl */ `
  float ragged = (middle.r - 0.5) * 0.34 + (near.g - 0.5) * 0.26 + (bumps.b - 0.5) * 0.16;
  float bare = ground.a * 1.05 + smoothstep(0.2, 0.46, steep) * 0.42 * (1.0 - 0.9 * sandy) - snow * smoothstep(0.42, 0.1, steep) * 0.5;
  float width = clamp(0.05 + meters / 9000.0, 0.05, 0.22);
  float rock = smoothstep(0.46 - width, 0.46 + width, bare + ragged);
`

/** From `color`, `normal` and `smoothNormal` to `color`: snow that fell lies by how the land stands, in drifts and torn edges, and little by its grain, or a slope would be peppered with it. */
export const fallenSnow = /* glsl */ `
  float bed1 = mix(smoothNormal.y, normal.y, 0.35) + (middle.r - 0.5) * 0.2 + (near.g - 0.5) * 0.16;
  color = mix(color, SNOW * (0.96 + 0.06 * near.r), smoothstep(mix(1.25, 0.4, uSnow), mix(1.36, 0.66, uSnow), bed1));
`
