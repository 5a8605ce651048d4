/** Water: clear at its edge, green-blue, then deep; the sky on it, glitter, and foam where it meets land. The sea, and rivers and lakes at their own height. */
import { type DataArrayTexture, DoubleSide, type IUniform, type ShaderMaterial, type Texture } from 'three'
import { airDeclarations, airUniforms, lightFunctions, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { type FieldUniforms, fieldFunctions } from '../scatter/ground-field.ts'
import { cloudFunctions } from '../sky/sky-shader.ts'
import { rainRings } from './rain-rings.ts'

const seaVertexShader = /* glsl */ `
varying vec3 vPosition;
void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vPosition = world.xyz;
  gl_Position = projectionMatrix * viewMatrix * world;
}`

/** Where rapids are drawn the lattice of chunks shows only water so level, lakes and pools: least height of a unit normal. */
export const LEVEL_NORMAL = 0.9995

/** Each instance is a block of a chunk; its nodes hang at the height of their water. A node without water dries every triangle it is a corner of. Or, as uRapids tells, vertices of rapids. */
const inlandVertexShader = /* glsl */ `
precision highp sampler2DArray;
uniform sampler2DArray uWater;
/** x and z in drawn metres, metres between nodes, slot. */
attribute vec4 aPlace;
/** First node of the block, along x and z, then in which of its quads rapids are drawn, a bit each. */
attribute vec4 aBlock;
/** Of rapids: depth in metres, flow in metres a second, how far to the side; metres across and down, how white, how freely it falls. */
attribute vec4 aWater;
attribute vec4 aFall;
uniform float uRapids;
varying vec3 vPosition;
/** Depth in metres, whether there is water, flow in metres a second. */
varying vec4 vInland;
/** As aFall; of chunks place in the block and in which of its quads rapids are drawn. And how far to the side of rapids. */
varying vec4 vFall;
varying float vSide;
void main() {
  if (uRapids > 0.5) {
    vec4 world = modelMatrix * vec4(position, 1.0);
    vPosition = world.xyz;
    vInland = vec4(aWater.x, 1.0, aWater.yz);
    vFall = aFall;
    vSide = aWater.w;
    gl_Position = projectionMatrix * viewMatrix * world;
    return;
  }
  vFall = vec4(position.xz, 0.0, aBlock.z + 256.0 * aBlock.w);
  vSide = 0.0;
  vec2 node = position.xz + aBlock.xy;
  vec4 water = texelFetch(uWater, ivec3(int(node.x), int(node.y), int(aPlace.w)), 0);
  bool wet = water.y > -1000.0;
  vInland = vec4(wet ? water.y : 0.0, wet ? 1.0 : 0.0, water.zw);
  vPosition = vec3(aPlace.x + node.x * aPlace.z, water.x, aPlace.y + node.y * aPlace.z);
  gl_Position = projectionMatrix * viewMatrix * vec4(vPosition, 1.0);
}`

/** The sea's material over `field`; `clouds` says whether clouds are mirrored. */
export function createWaterMaterial(field: FieldUniforms, ripples: Texture, clouds: boolean): ShaderMaterial {
  return createMaterial({ ...field, uRipples: { value: ripples } }, clouds ? { CLOUDS: 1 } : {}, seaVertexShader)
}

/** The material of rivers and lakes over `field`; `water` holds, a layer for each slot, height of the surface, depth (under -1000: none), flow x and z; null makes it that of rapids. */
export function createInlandWaterMaterial(field: FieldUniforms, { water, ripples }: { readonly water: DataArrayTexture | null; readonly ripples: Texture }, clouds: boolean): ShaderMaterial {
  return createMaterial({ ...field, uWater: { value: water }, uRipples: { value: ripples }, uRapids: { value: water ? 0 : 1 } }, { INLAND: 1, ...(clouds ? { CLOUDS: 1 } : {}) }, inlandVertexShader)
}

function createMaterial(uniforms: { [name: string]: IUniform }, defines: { [name: string]: number }, vertexShader: string): ShaderMaterial {
  return new ShadedMaterial({
    uniforms: { ...airUniforms, ...uniforms },
    defines,
    transparent: true,
    depthWrite: true,
    side: DoubleSide,
    vertexShader,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${lightFunctions}
      ${cloudFunctions}
      uniform sampler2D uRipples;
      varying vec3 vPosition;
      ${fieldFunctions}
      ${rainRings}
      #ifdef INLAND
        uniform float uRapids;
        varying vec4 vInland;
        varying vec4 vFall;
        varying float vSide;
        /** Leaves of water lilies, one in each cell of a metre and a bit: how much of a place they cover (w) in what colour. */
        vec4 liliesAt(vec2 at, float meters) {
          vec2 p = at / 1.28;
          vec2 cell = floor(p);
          float chance = diceOf(cell);
          float gathered = texture2D(uNoise, at / 64.0).b;
          if (chance > (gathered - 0.5) * 4.0) return vec4(0.0);
          float turn = diceOf(cell + 7.0) * 6.283;
          float size = 0.2 + 0.16 * diceOf(cell + 3.0);
          vec2 spot = fract(p) - 0.5 - (0.47 - size) * vec2(cos(turn * 3.0), sin(turn * 5.0));
          float away = length(spot) / size;
          float slit = abs(atan(spot.y * cos(turn) - spot.x * sin(turn), spot.x * cos(turn) + spot.y * sin(turn)));
          float soft = 0.05 + meters * 0.004;
          float leaf = smoothstep(1.0, 1.0 - soft, away) * smoothstep(0.16, 0.24 + soft, slit + 0.3 * smoothstep(0.25, 0.0, away));
          vec3 color = mix(vec3(0.07, 0.16, 0.045), vec3(0.13, 0.25, 0.06), diceOf(cell + 11.0)) * (0.8 + 0.35 * away) * (0.9 + 0.2 * abs(sin(slit * 7.0)));
          vec2 bud = spot - 0.3 * size * vec2(cos(turn + 2.6), sin(turn + 2.6));
          float petals = smoothstep(0.42, 0.36, length(bud) / size * (1.0 + 0.25 * cos(atan(bud.y, bud.x) * 8.0)));
          return vec4(mix(color, length(bud) < 0.11 * size ? vec3(0.85, 0.6, 0.12) : vec3(0.86, 0.62, 0.66), diceOf(cell + 17.0) < 0.2 ? petals : 0.0), leaf);
        }
      #endif
      void main() {
        vec3 ray = vPosition - cameraPosition;
        float meters = length(ray);
        vec3 toward = ray / meters;
        vec2 at = vPosition.xz + uOrigin.xz;
        #ifdef INLAND
          if (vInland.y < 0.999) discard;
          // near by the ground is known better than at the nodes of the water, so that shores follow it
          float depth = vInland.x;
          vec2 aside = abs(vPosition.xz - uFieldMiddle);
          float away = max(aside.x, aside.y) / uField0.w;
          if (away < 1.0) depth = mix(vPosition.y - fieldHeight(vPosition.xz), depth, smoothstep(0.75, 1.0, away));
          // what falls freely has nothing to be deep over
          float airborne = uRapids * vFall.w;
          if (airborne > 0.05) depth = max(depth, 0.4);
          if (depth < -0.02) discard;
          vec3 face = normalize(cross(dFdx(vPosition), dFdy(vPosition)));
          // where rapids are drawn and it is not level it is left to them
          if (uRapids < 0.5 && vFall.w > 0.5) {
            vec2 quad = clamp(floor(vFall.xy), 0.0, 3.0);
            if (mod(floor((vFall.w + 0.5) / exp2(quad.x + 4.0 * quad.y)), 2.0) > 0.5 && abs(face.y) < ${LEVEL_NORMAL.toFixed(4)}) discard;
          }
          depth = max(depth, 0.0);
          float shore = 1.0;
          vec2 flow = vInland.zw;
          // a river takes on the looks of the sea where it comes down to it
          float salt = 1.0 - smoothstep(0.1, 1.6, vPosition.y);
        #else
          vec2 known = fieldDepth(vPosition.xz);
          float depth = mix(25.0, max(-known.x, 0.0), known.y);
          float shore = known.y;
        #endif
        #ifdef INLAND
          // of the two sides of steep water too
          bool below = dot(face, toward) * face.y > 0.0;
        #else
          bool below = cameraPosition.y < vPosition.y;
        #endif

        // two scales of waves, each of two sheets that slide over each other; further off they flatten
        vec2 wind = uWind.yz * uSeconds;
        vec2 side = vec2(-uWind.z, uWind.y) * uSeconds;
        vec4 broad = texture2D(uRipples, at / 64.0 - wind * 0.011);
        vec4 cross1 = texture2D(uRipples, at.yx / 51.2 + side * 0.008 - wind * 0.004);
        #ifdef INLAND
          // running water carries its ripples along: two sheets take turns, each fading before it is drawn out
          float turn = uSeconds * 0.35;
          vec2 ways = vec2(fract(turn), fract(turn + 0.5)) - 0.5;
          float share = abs(ways.x) * 2.0;
          vec4 fine = mix(texture2D(uRipples, (at - flow * ways.x * 2.8) / 6.4), texture2D(uRipples, (at - flow * ways.y * 2.8) / 6.4 + 0.37), share);
          vec4 cross2 = mix(texture2D(uRipples, (at.yx - flow.yx * ways.x * 2.8) / 3.2), texture2D(uRipples, (at.yx - flow.yx * ways.y * 2.8) / 3.2 + 0.61), share);
          float rush = smoothstep(0.9, 2.6, length(flow));
          float still = smoothstep(0.5, 0.06, length(flow)) * (1.0 - salt);
        #else
          vec4 fine = texture2D(uRipples, at / 12.8 - wind * 0.04 + 0.3);
          vec4 cross2 = texture2D(uRipples, at.yx / 8.0 + side * 0.031);
        #endif
        float calm = 1.0 / (1.0 + meters / 420.0);
        #ifdef PLAIN
          float gusts = 0.7;
        #else
          float gusts = 0.35 + 0.65 * smoothstep(0.25, 0.75, texture2D(uNoise, at / 512.0 - wind * 0.002).b);
        #endif
        float strength = (0.07 + 0.022 * uWind.x) * gusts * (0.35 + 0.65 * smoothstep(0.0, 1.5, depth));
        #ifdef INLAND
          // a lake lies as a mirror but where a breath of wind roughens it
          #ifdef PLAIN
            float breath1 = 0.6;
          #else
            float breath1 = smoothstep(0.4, 0.72, texture2D(uNoise, at / 256.0 - wind * 0.003).r * 0.65 + texture2D(uNoise, at.yx / 128.0 + wind * 0.002).g * 0.35);
          #endif
          strength = (strength * 0.8 + 0.06 + 0.07 * rush) * (1.0 - still * mix(0.66, 0.05, breath1));
          float fade = (1.0 - 0.35 * still) / (1.0 + meters / 70.0 + meters * meters * (1.0 - 0.8 * still) / 6000.0);
        #else
          float fade = 1.0 / (1.0 + meters / 70.0);
        #endif
        vec2 slope = (broad.rg + cross1.gr - 1.0) * 0.9 * calm + (fine.rg + cross2.gr - 1.0) * (0.75 * fade);
        vec3 rings = rainRings(at, meters);
        slope = slope * strength * 2.0 - rings.xy * 0.5;
        vec3 normal = normalize(vec3(-slope.x, 1.0, -slope.y));
        if (below) normal = -normal;

        // body: what comes up from below, by how much light there is
        float facing = clamp(dot(normal, -toward), 0.02, 1.0);
        float path = depth * (1.0 + 0.5 / max(facing, 0.25));
        vec3 light = (uSkyFill * 0.75 + uSunColor * (0.12 + 0.22 * max(uSunDirection.y, 0.0)) * (1.0 - cloudShadow(vPosition)));
        #ifdef INLAND
          vec3 shallow = mix(vec3(0.17, 0.29, 0.20), vec3(0.20, 0.46, 0.42), salt);
          vec3 middle = mix(vec3(0.05, 0.17, 0.15), vec3(0.060, 0.235, 0.265), salt);
        #else
          vec3 shallow = vec3(0.20, 0.46, 0.42);
          vec3 middle = vec3(0.060, 0.235, 0.265);
        #endif
        vec3 deep = vec3(0.0048, 0.0296, 0.0395) * 1.6;
        vec3 body = mix(shallow, middle, 1.0 - exp(-depth * 0.55));
        body = mix(body, deep, 1.0 - exp(-depth * 0.085));
        body *= light * 0.55;
        // light through the crests, seen against the sun
        float crest = clamp(broad.b + fine.b * 0.6 - 0.75, 0.0, 1.0) * calm;
        float against = pow(max(dot(toward, uSunDirection), 0.0), 3.0);
        body += vec3(0.05, 0.20, 0.17) * light * crest * (0.12 + 0.6 * against * 0.5);
        #ifdef INLAND
          float cover = 1.0 - exp(-path * 1.9);
        #else
          float cover = 1.0 - exp(-path * 0.42);
        #endif

        // the sky on it
        float fresnel = 0.02 + 0.98 * pow(1.0 - facing, 5.0);
        fresnel *= 1.0 / (1.0 + strength * 1.6);
        vec3 mirrored = reflect(toward, normal);
        mirrored.y = abs(mirrored.y) + 0.012;
        #ifdef INLAND
          // a roughened patch mirrors the higher, deeper sky: one sees from afar where the wind goes over a lake
          mirrored.y += 0.16 * breath1 * still * smoothstep(10.0, 120.0, meters);
        #endif
        mirrored = normalize(mirrored);
        vec3 sky = skyColor(mirrored);
        #ifdef CLOUDS
          vec4 clouds = cloudsAt(mirrored);
          // waves blur what they mirror: no torn rim of a cloud lies on them
          sky = mix(sky, clouds.rgb, clouds.a * 0.55);
        #endif
        #ifdef INLAND
          // lowest over a river one sees its banks in it, torn by ripples, and over them the sky with what colour it has
          vec3 banks = vec3(0.075, 0.11, 0.05) * light;
          sky = mix(banks, sky, max(salt, smoothstep(-0.02, mix(0.46, 0.27, still), mirrored.y + (fine.b + cross2.b - 1.0) * mix(0.42, 0.2, still))));
          fresnel *= 0.85 + 0.15 * salt;
        #endif
        vec3 color = mix(body, sky, fresnel) + uSkyFill * (0.1 * rings.z);

        // glitter: a broad shine and hard sparks
        float toSun = max(dot(mirrored, uSunDirection), 0.0);
        float sparks = pow(toSun, 420.0) * 3.2 + pow(toSun, 60.0) * 0.22;
        float grain = smoothstep(0.62, 0.8, fine.b * 0.55 + cross2.b * 0.45);
        sparks += pow(toSun, 26.0) * grain * 0.9 / (1.0 + meters / 300.0);
        color += uSunColor * 0.3183 * sparks * (1.0 - 0.85 * smoothstep(0.3, 1.0, cloudShadow(vPosition))) * (0.35 + 0.65 * smoothstep(0.0, 0.1, uSunDirection.y)) * (1.0 - uNight * 0.4);

        // foam: a torn line that breathes at the very edge, and low waves that break and run in
        float nearShore = shore * (1.0 - smoothstep(40.0, 420.0, meters) * 0.75);
        #ifdef PLAIN
          // foam breathes by the waves' own texture
          float grainy = texture2D(uNoise, at / 8.0 + wind * 0.002).b;
          float chance = broad.b;
          float ripple = cross1.b;
        #else
          float grainy = texture2D(uNoise, at / 16.0 + wind * 0.004).b * 0.6 + texture2D(uNoise, at / 4.0 - wind * 0.01).a * 0.4;
          float chance = texture2D(uNoise, at / 128.0).b;
          float ripple = texture2D(uNoise, at / 64.0).b;
        #endif
        float foam = 0.0;
        float edge = 1.0;
        if (depth < 1.5) {
          // metres from the edge, by how the bottom falls: in shallow water a line by depth alone would be a slab
          #ifdef INLAND
            float off = depth / 0.16;
          #else
            vec2 falls = vec2(fieldDepth(vPosition.xz + vec2(4.0, 0.0)).x, fieldDepth(vPosition.xz + vec2(0.0, 4.0)).x) - known.x;
            float off = depth / clamp(length(falls) * 0.25, 0.025, 0.5);
          #endif
          float torn = fine.b * 0.5 + cross2.b * 0.5;
          // foam hangs together in threads: full where the water ends, a net a little way out
          float net = 1.0 - smoothstep(0.03, 0.11, abs(torn - 0.5));
          float breath = sin(uSeconds * 0.55 + chance * 9.0);
          float reach = 0.55 + 0.3 * breath + 0.5 * grainy + meters * 0.008;
          // each wave breaks along its front and trails its foam behind
          float wave = 1.0 - fract(off / 6.5 + uSeconds * 0.085 + ripple * 1.7);
          float front = smoothstep(0.8, 0.95, wave) * (1.0 - smoothstep(0.95, 1.0, wave));
          float trail = smoothstep(0.35, 0.95, wave) * (1.0 - smoothstep(0.95, 1.0, wave));
          float open = (1.0 - smoothstep(4.0, 14.0, off)) * smoothstep(0.5, 1.8, off) * (1.0 - smoothstep(0.9, 1.5, depth)) * smoothstep(0.38, 0.6, grainy + 0.1 * chance);
          foam = 0.9 * (1.0 - smoothstep(reach * 0.35, reach, off)) * smoothstep(0.34, 0.56, torn);
          foam = max(foam, net * 0.6 * (1.0 - smoothstep(reach, reach * 3.2, off)));
          foam = max(foam, open * max(front * smoothstep(0.36, 0.52, torn) * 0.9, trail * net * 0.5)) * nearShore;
          // the edge itself wavers, so that it never shows the lattice of the ground
          edge = smoothstep(0.0, 0.3 + meters * 0.01, off - 0.5 * torn);
        }
        // white horses in strong wind
        float blown = smoothstep(5.0, 13.0, uWind.x);
        float horses = smoothstep(0.83 - 0.13 * blown, 0.95 - 0.1 * blown, broad.b * 0.6 + cross1.b * 0.4) * smoothstep(0.42, 0.66, grainy);
        // further off than single ones can be seen there is as much white in all
        foam = max(foam, mix(horses * 0.85, 0.07, smoothstep(120.0, 900.0, meters)) * blown / (1.0 + meters / 1400.0));
        #ifdef INLAND
          // white water where it is fast and shallow
          foam = foam * 0.32 + rush * smoothstep(0.6, 0.82, fine.b * 0.55 + cross2.b * 0.45 + rush * 0.12) * 0.8 / (1.0 + meters / 160.0);
          // falling water is white: strands run down where it is steep, curls drift where it gathers; a lattice that is steep by itself is a thread too
          float whiteness = max(vFall.z * uRapids, smoothstep(0.93, 0.7, abs(face.y)) * (1.0 - uRapids));
          float strands = 0.5;
          if (whiteness > 0.01) {
            vec2 way = uRapids > 0.5 ? vFall.xy : vec2((at.x + at.y) * 0.7, -vPosition.y);
            strands = texture2D(uNoise, vec2(way.x / 3.1 + way.y * 0.012, (way.y - uSeconds * 2.7) / 11.0)).r * 0.6 + texture2D(uNoise, vec2(way.x / 1.3 + 0.4, (way.y - uSeconds * 3.1) / 4.7)).g * 0.4;
            float curls = texture2D(uNoise, vec2(way.x / 2.7, (way.y - uSeconds * 1.3) / 3.3) + 0.37).b * 0.65 + grainy * 0.35;
            float torn = mix(curls, strands, smoothstep(0.35, 0.85, whiteness));
            foam = max(foam, smoothstep(1.1 - whiteness, 1.5 - whiteness * 0.95, torn + 0.12));
            strands = mix(0.5, torn, smoothstep(0.0, 0.4, whiteness));
          }
        #endif
        vec3 white = (uSkyFill * 0.9 + uSunColor * 0.5 * (0.4 + 0.6 * max(uSunDirection.y, 0.0))) * 0.3183 * 1.3;
        #ifdef INLAND
          white *= 0.56 + 0.8 * strands;
        #endif
        color = mix(color, white, foam * 0.9);

        float alpha = clamp(max(max(cover, fresnel), foam), 0.0, 1.0);
        #ifdef INLAND
          // a sheet in the air is torn at its sides
          edge = mix(edge, smoothstep(1.0, 0.82, vSide + (strands - 0.5) * 0.3), smoothstep(0.0, 0.5, airborne));
          alpha = mix(alpha, mix(0.7, 0.96, foam), airborne);
        #endif
        alpha *= edge;
        #ifdef INLAND
          alpha *= smoothstep(0.0, 0.14, vPosition.y);
        #else
          alpha = mix(alpha, 1.0, smoothstep(150.0, 700.0, meters));
        #endif
        #ifdef INLAND
          // on still and shallow water, while nothing freezes
          float afloat = smoothstep(0.12, 0.04, length(flow)) * smoothstep(2.2, 1.2, depth) * smoothstep(0.1, 0.3, depth) * smoothstep(90.0, 50.0, meters) * (1.0 - salt) * step(uSnow, 0.05);
          if (afloat > 0.0) {
            vec4 lilies = liliesAt(at, meters);
            float shows = lilies.w * smoothstep(0.1, 0.5, afloat);
            color = mix(color, lightSurface(lilies.rgb, vec3(0.0, 1.0, 0.0), 1.0), shows);
            alpha = max(alpha, shows);
          }
        #endif
        if (below) {
          color = mix(skyColor(toward), sky, 0.5) * 1.15 + vec3(0.03, 0.08, 0.08) * crest;
          alpha = 0.85;
        }
        gl_FragColor = vec4(onlyAir(color, vPosition, cameraPosition), alpha);
        ${toneEnd}
      }`,
  })
}
