/** The dome: gradient, sun, moon, stars and two layers of drifting clouds, on one triangle behind everything. */
import { type ShaderMaterial, Vector3, Vector4 } from 'three'
import { airDeclarations, airUniforms, lightFunctions, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'

/** What only the dome reads. */
export type SkyUniforms = {
  uSun: { value: Vector3 }
  uMoon: { value: Vector3 }
  /** Phase 0..1 (x), strength of stars and moon 0..1 (y), turn of the stars in radians (z), share of the sun's disc that shows (w). */
  uHeaven: { value: Vector4 }
  /** Where a flash of lightning comes from (x, z), how bright it is (z), and how dark a thunderstorm hangs (w), 0..1. */
  uStorm: { value: Vector4 }
}

/** GLSL `vec4 cloudsAt(direction)`: colour and cover of the clouds in a direction, for dome and reflections; needs airDeclarations and airFunctions. */
export const cloudFunctions = /* glsl */ `
vec4 cloudsAt(vec3 direction) {
  float rise = max(direction.y, 0.0);
  vec2 at = direction.xz / (rise + 0.16) * 0.16;
  vec2 drift = uWind.yz * uSeconds * 0.0011;
  // light falls on heaps from the sun's side and from above, which is away from the horizon
  vec2 toSun = uSunDirection.xz * (0.012 + 0.02 * (1.0 - uSunDirection.y)) - at * 0.05 * (1.0 - rise);
  // low heaps
  vec2 p = at - drift;
  vec2 q = p + toSun;
  #ifdef PLAIN
    // the shade within a heap follows its broad shape
    float heaps = texture2D(uNoise, p).r * 0.62;
    float fray = texture2D(uNoise, p * 7.3).b - 0.5;
    float n = heaps + texture2D(uNoise, p * 2.9 - drift * 0.7).g * 0.27 + 0.055;
    float nearSun = n - heaps + texture2D(uNoise, q).r * 0.62;
  #else
    float fray = (texture2D(uNoise, p * 7.3).b - 0.5) * 0.62 + (texture2D(uNoise, p * 19.0 + drift).b - 0.5) * 0.38;
    float n = texture2D(uNoise, p).r * 0.62 + texture2D(uNoise, p * 2.9 - drift * 0.7).g * 0.27 + 0.055;
    float nearSun = texture2D(uNoise, q).r * 0.62 + texture2D(uNoise, q * 2.9 - drift * 0.7).g * 0.27 + 0.055;
  #endif
  float edge = 0.71 - uCloud * 0.5;
  // a heap ends in a torn, narrow rim
  float inside = n - edge + fray * 0.13;
  float body = smoothstep(0.0, 0.085, inside);
  float lit = clamp(0.62 + (n - nearSun) * 5.5 + fray * 0.5 - smoothstep(0.1, 0.4, n - edge) * 0.4, 0.0, 1.0);
  // high veils
  vec2 h = vec2(at.x * 0.9 + at.y * 0.5, at.y * 0.55 - at.x * 0.25) * 0.8 - drift * 0.5;
  #ifdef PLAIN
    float veil = 0.2 + texture2D(uNoise, h * vec2(0.6, 1.9)).g * 0.6;
  #else
    float veil = texture2D(uNoise, h * vec2(0.6, 1.9)).g * 0.6 + texture2D(uNoise, h * vec2(1.7, 6.1)).b * 0.4;
  #endif
  float thin = smoothstep(0.5 - uCloud * 0.2, 0.95, veil) * 0.55;
  float toward = max(dot(direction, uSunDirection), 0.0);
  float silver = pow(toward, 10.0);
  vec3 day = uSunColor * 0.3183;
  vec3 shaded = mix(uSkyFill, uHorizon, 0.35) * 0.62 + uGlow.rgb * uGlow.w * 0.1;
  vec3 bright = day * 0.62 + uSkyFill * 0.5 + uGlow.rgb * silver * uGlow.w * 0.9;
  vec3 heap = mix(shaded, bright, lit);
  // under a closed sky what is thick hangs dark, and what is thin lets light through
  heap *= mix(1.0, 1.4 - 0.95 * smoothstep(0.34, 0.64, n), smoothstep(0.7, 1.0, uCloud));
  vec3 high = mix(uHorizon, day * 0.7 + uSkyFill * 0.35, 0.7) + uGlow.rgb * silver * uGlow.w * 0.5;
  float cover = max(body, thin * (1.0 - body));
  vec3 color = mix(high, heap, body / max(body + thin * (1.0 - body), 0.001));
  float low = smoothstep(0.015, 0.2, direction.y);
  color = mix(mix(uHorizon, skyColor(direction), 0.5), color, 0.35 + 0.65 * low);
  return vec4(color, cover * smoothstep(0.0, 0.09, direction.y) * (0.72 + 0.24 * body));
}
`

/** GLSL `vec3 closeLowSky(color, direction)`: what falls closes the low sky as it closes the land, or mountains would stand before its clouds as pale cut-outs; and mist lies before it. */
export const lowSkyFunctions = /* glsl */ `
vec3 closeLowSky(vec3 color, vec3 direction) {
  float fall = max(min(uMist.z * 8.0, 1.0), 0.7 * uMist.w);
  color = mix(color, farSky(vec3(direction.x, max(direction.y, 0.0), direction.z)), fall * (1.0 - smoothstep(0.09, 0.32, direction.y)));
  return mix(color, mix(uHorizon, uSkyFill, 0.4), clamp(uMist.z * 1.25, 0.0, 1.0) * (1.0 - smoothstep(0.12, 0.7, direction.y)));
}
`

/** The dome's material and what the frame writes into it. */
export function createSkyMaterial(): { material: ShaderMaterial; uniforms: SkyUniforms } {
  const uniforms: SkyUniforms = { uSun: { value: new Vector3(0, 1, 0) }, uMoon: { value: new Vector3(0, -1, 0) }, uHeaven: { value: new Vector4(0.5, 0, 0, 1) }, uStorm: { value: new Vector4() } }
  const material = new ShadedMaterial({
    uniforms: { ...airUniforms, ...uniforms },
    depthWrite: false,
    vertexShader: /* glsl */ `
      varying vec3 vDirection; varying vec2 vSeen;
      void main() {
        vec3 seen = vec3(position.x / projectionMatrix[0][0], position.y / projectionMatrix[1][1], -1.0);
        vSeen = seen.xy;
        vDirection = transpose(mat3(viewMatrix)) * seen;
        #ifdef USE_REVERSED_DEPTH_BUFFER
          gl_Position = vec4(position.xy, 0.0, 1.0);
        #else
          gl_Position = vec4(position.xy, 1.0, 1.0);
        #endif
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      uniform vec3 uSun; uniform vec3 uMoon; uniform vec4 uHeaven; uniform vec4 uStorm;
      ${lightFunctions}
      ${cloudFunctions}
      ${lowSkyFunctions}
      varying vec3 vDirection; varying vec2 vSeen;
      /** Where a pixel lies from a body's middle, in radii: in the picture, for a painter's sun and moon are round wherever they stand in it; far away for what is behind. */
      vec2 fromMiddle(vec3 body, float radius) {
        vec3 at = mat3(viewMatrix) * body;
        return at.z < -0.05 ? (vSeen + at.xy / at.z) / radius : vec2(99.0);
      }
      float hashOf(vec3 p) { p = fract(p * vec3(0.1031, 0.11369, 0.13787)); p += dot(p, p.yzx + 19.19); return fract((p.x + p.y) * p.z); }
      vec3 stars(vec3 direction) {
        float c = cos(uHeaven.z); float s = sin(uHeaven.z);
        vec3 d = vec3(direction.x, direction.y * 0.766 + direction.z * 0.643, direction.z * 0.766 - direction.y * 0.643);
        d = vec3(d.x * c - d.z * s, d.y, d.x * s + d.z * c);
        vec3 sum = vec3(0.0);
        float band = exp(-pow(dot(d, vec3(0.48, 0.6, 0.64)) * 3.2, 2.0));
        float dust = texture2D(uNoise, d.xz * 0.35 + d.y * 0.2).r * texture2D(uNoise, d.xy * 0.9).g;
        sum += vec3(0.16, 0.175, 0.26) * band * (0.2 + 4.2 * dust * dust + dust);
        for (int layer = 0; layer < 2; layer++) {
          vec3 q = d * (layer == 0 ? 46.0 : 105.0);
          vec3 cell = floor(q);
          float chance = hashOf(cell + float(layer) * 71.0);
          float wanted = layer == 0 ? 0.3 : 0.5 + 0.5 * band;
          if (chance < wanted) {
            vec3 middle = vec3(hashOf(cell + 3.1), hashOf(cell + 7.7), hashOf(cell + 5.3)) * 0.6 + 0.2;
            float away = length(q - cell - middle);
            float size = layer == 0 ? 0.055 + 0.06 * chance / wanted : 0.085;
            float twinkle = 0.72 + 0.28 * sin(uSeconds * (1.5 + 3.0 * chance) + chance * 400.0);
            float light = smoothstep(size, 0.0, away) * twinkle * (layer == 0 ? 1.5 : 0.6);
            sum += light * mix(vec3(0.75, 0.85, 1.1), vec3(1.1, 0.93, 0.75), fract(chance * 57.0));
          }
        }
        return sum;
      }
      vec4 moonAt() {
        vec2 at = fromMiddle(uMoon, 0.036);
        float away = length(at);
        if (away > 1.0) return vec4(0.0);
        vec3 ball = vec3(at, sqrt(max(1.0 - away * away, 0.0)));
        float turn = uHeaven.x * 6.28318;
        float day = smoothstep(-0.08, 0.25, dot(ball, vec3(-sin(turn), 0.12, -cos(turn))));
        float seas = smoothstep(0.4, 0.62, texture2D(uNoise, at * 0.11 + 0.3).r);
        vec3 color = mix(vec3(1.15, 1.1, 0.98), vec3(0.82, 0.83, 0.86), seas * 0.7) * (0.03 + 1.15 * day);
        // of its dark side no more is seen than a breath
        return vec4(color, smoothstep(1.0, 0.94, away) * (0.12 + 0.88 * day));
      }
      /** The slate base of a thunderstorm, torn in billows; light stands in a band under it, before which curtains of rain hang; and lightning within. */
      vec3 stormOver(vec3 color, vec3 direction) {
        float y = max(direction.y, 0.0);
        vec2 deck = direction.xz / (y + 0.2) * 0.17 - uWind.yz * uSeconds * 0.0016;
        float broad = texture2D(uNoise, deck).r;
        float billow = texture2D(uNoise, deck * 3.1 + broad * 0.12).g;
        float curl = texture2D(uNoise, deck * 9.0 + billow * 0.1).b;
        float hang = broad * 0.55 + billow * 0.33 + curl * 0.12;
        vec3 slate = uHorizon * vec3(0.075, 0.095, 0.115) + uZenith * 0.3;
        vec3 base = slate * mix(0.5, 2.4, smoothstep(0.33, 0.68, hang));
        // where it is torn, what is above it shines through
        base = mix(base, uHorizon * vec3(0.95, 0.96, 0.95), smoothstep(0.63, 0.8, hang) * 0.7);
        float under = smoothstep(0.045, 0.17, y + (billow - 0.5) * 0.1 + (broad - 0.5) * 0.1);
        color = mix(color, base, under * 0.96 * uStorm.w);
        // whole turns of the compass, so that there is no seam; rain slants as it falls
        float around = atan(direction.x, -direction.z) * 0.159155 + uSeconds * 0.00008;
        float shaft = texture2D(uNoise, vec2(around * 7.0 + y * 0.7, y * 0.1 + 0.7)).r * 0.66 + texture2D(uNoise, vec2(around * 26.0 + y * 2.6, 0.4)).g * 0.34;
        color = mix(color, slate * 1.7, smoothstep(0.42, 0.66, shaft) * smoothstep(0.34, 0.12, y) * smoothstep(-0.02, 0.03, y) * 0.8 * uStorm.w);
        vec2 level = direction.xz / max(length(direction.xz), 0.001);
        float toFlash = max(dot(level, uStorm.xy), 0.0);
        toFlash *= toFlash; toFlash *= toFlash; toFlash *= toFlash;
        return color + vec3(0.56, 0.62, 0.95) * uStorm.z * (0.02 + toFlash * toFlash * smoothstep(0.75, 0.1, y) * (0.12 + 0.9 * hang * hang));
      }
      void main() {
        vec3 direction = normalize(vDirection);
        vec3 color = skyColor(vec3(direction.x, max(direction.y, 0.0), direction.z));
        float above = smoothstep(-0.005, 0.03, direction.y);
        float night = uHeaven.y;
        #ifdef STARRY
        if (night > 0.01) {
          color += stars(direction) * night * smoothstep(0.0, 0.22, direction.y);
          float toMoon = max(dot(direction, uMoon), 0.0);
          float full = 0.25 + 0.75 * (1.0 - abs(uHeaven.x * 2.0 - 1.0));
          color += vec3(0.42, 0.5, 0.7) * night * full * (pow(toMoon, 700.0) * 0.5 + pow(toMoon, 60.0) * 0.12 + pow(toMoon, 8.0) * 0.05);
          vec4 moon = moonAt();
          color = mix(color, moon.rgb, moon.a * night * above);
        }
        #endif
        float toSun = max(dot(direction, uSun), 0.0);
        float show = uHeaven.w * above;
        color += uGlow.rgb * show * (pow(toSun, 1400.0) * 1.6 + pow(toSun, 180.0) * 0.42 + pow(toSun, 24.0) * 0.14);
        float disc = smoothstep(1.06, 0.94, length(fromMiddle(uSun, 0.026))) * show;
        color = mix(color, uGlow.rgb * 5.0 + 2.0, disc);
        vec4 clouds = cloudsAt(direction);
        // through a thin cloud the sun burns its way, and lights it up around itself
        clouds.a *= 1.0 - show * (1.0 - smoothstep(0.6, 0.95, uCloud)) * max(disc * 0.8, 0.45 * pow(toSun, 500.0));
        color = mix(color, clouds.rgb, clouds.a);
        if (uStorm.w > 0.01) color = stormOver(color, direction);
        color = closeLowSky(color, direction);
        gl_FragColor = vec4(gradeColor(color), 1.0);
        ${toneEnd}
      }`,
  })
  return { material, uniforms }
}
