/** Materials of plants: as meshes near, as pictures afar; both share instances' attributes and hand over by the same dither. */
import { DoubleSide, type ShaderMaterial, type Texture, type Vector4 } from 'three'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { windFunctions } from '../../materials/wind.ts'
import { LEAF_TILES } from './leaf-texture.ts'
import { bareFunctions, pictureFunctions, seasonFunctions } from './season-shader.ts'

/** Uniforms that meshes and pictures share. */
export type PlantUniforms = {
  /** The eye in drawn metres, for distances that do not depend on the camera of a bake. */
  uLeaves: { value: Texture }
  /** Metres within which large plants are meshes. */
  uMeshMeters: { value: number }
  /** Metres within which plants are drawn at all. */
  uPictureMeters: { value: number }
  /** The year as plants live it (see season.ts), and how much of it has passed, 0..1. */
  uYearLeaves: { value: Texture }
  uYear: { value: number }
  /** Seconds, on the clock that `look.y` (birth) counts by. */
  uNow: { value: number }
}

/** `vec3 snowed(albedo, up, tip)`: snow lies on what faces up, and most on the tips (0 within .. 1 outermost), so that a tree keeps its shape under it. */
const snowFunctions = /* glsl */ `
vec3 snowed(vec3 albedo, float up, float tip) {
  float lies = smoothstep(0.55, 0.95, up * 0.85 + (tip - 0.66) * 1.4);
  return mix(albedo, vec3(0.83, 0.9, 1.0), lies * min(1.0, uSnow * 1.2) * 0.94);
}
`

/** `vec3 grownAs(seat, local, size)`: no two of a kind have grown alike: one is slender, one broad, each leans its own way; by where it stands, so that mesh and picture agree. */
const habitFunctions = /* glsl */ `
vec3 grownAs(vec2 seat, vec3 local, float size) {
  float luck = fract(dot(seat, vec2(0.17317, 0.37173)));
  float high = local.y / 8.0;
  vec2 lean = vec2(fract(luck * 7.13), fract(luck * 13.7)) - 0.5;
  return vec3(local.xz * (0.86 + 0.3 * luck) + lean * high * high * 1.5 / max(size, 0.5), local.y).xzy;
}
`

const handOver = /* glsl */ `
float grainOf(vec2 pixel) { return fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715)))); }
`

/** Plants as meshes. Instances: place (x, y, z from the anchor, scale), look (yaw, birth, reach in metres, stretch), tint (linear rgb, and how it goes through the year). */
export function createPlantMaterial(uniforms: PlantUniforms): ShaderMaterial {
  return new ShadedMaterial({
    uniforms: { ...airUniforms, ...uniforms },
    side: DoubleSide,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      ${windFunctions}
      ${seasonFunctions}
      ${bareFunctions}
      ${habitFunctions}
      uniform float uNow;
      attribute vec4 paint; attribute float sway; attribute vec4 place; attribute vec4 look; attribute vec4 tint;
      varying vec3 vColor; varying vec3 vNormalWorld; varying vec3 vPosition; varying vec2 vUv; varying float vFade; varying float vLeaf; varying float vLow; varying float vAbove;
      void main() {
        float s = sin(look.x); float c = cos(look.x);
        vec3 root = (modelMatrix * vec4(place.xyz, 1.0)).xyz;
        float away = distance(root, cameraPosition);
        bool large = look.z < 0.0;
        float reach = abs(look.z);
        float grown = clamp((uNow - look.y) / 0.6, 0.0, 1.0);
        grown = grown * grown * (3.0 - 2.0 * grown);
        float shrink = large ? 1.0 : 1.0 - smoothstep(reach * 0.72, reach, away);
        vec4 leaves = yearOf(tint.w);
        float size = place.w * (0.25 + 0.75 * grown) * shrink * yearSize(tint.w, leaves);
        // what is low sinks into the snow
        if (!large) size *= 1.0 - 0.5 * smoothstep(0.3, 1.0, uSnow);
        vec4 coat = paint;
        vUv = uv;
        vec3 at = position;
        // leaves go clump by clump: all corners of a clump share a normal, and so their luck
        float kind = mod(floor(tint.w), 8.0);
        if (leaves.x < 0.999 && kind > 0.5 && kind < 2.5) {
          vec3 keep = vec3(smoothstep(0.45, 0.95, leaves.x));
          vec2 tile = floor(uv * 4.0);
          float luck = fract(dot(normal, vec3(37.1, 91.7, 53.3)));
          if (tile == vec2(3.0, 1.0) || luck >= leaves.x) makeBare(coat, vUv, at, luck, vec3(keep.x, 1.0, keep.x));
        }
        vec3 local = vec3(at.x * c + at.z * s, at.y * look.w, at.z * c - at.x * s) * size;
        if (large) local = grownAs(place.xz, local, size);
        vAbove = local.y;
        vec3 world = root + local;
        world += windAt(root + vec3(local.x, 0.0, local.z) * 0.5) * sway * place.w;
        vFade = large ? 1.0 - smoothstep(reach * 0.93, reach, away) : 1.0;
        vLow = large ? 0.0 : 1.0;
        vNormalWorld = vec3(normal.x * c + normal.z * s, normal.y, normal.z * c - normal.x * s);
        vColor = coat.rgb * mix(vec3(1.0), yearTint(tint.rgb, tint.w, leaves), coat.a);
        vLeaf = coat.a;
        vPosition = world; carryAir(vPosition);
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
        if (vFade <= 0.0 || size <= 0.0) gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      #define SNOWLESS
      ${airFunctions}
      ${snowFunctions}
      ${handOver}
      uniform sampler2D uLeaves;
      const vec2 SOLID = vec2(${LEAF_TILES.solid[0]}.0, ${LEAF_TILES.solid[1]}.0);
      varying vec3 vColor; varying vec3 vNormalWorld; varying vec3 vPosition; varying vec2 vUv; varying float vFade; varying float vLeaf; varying float vLow; varying float vAbove;
      void main() {
        vec4 leaf = texture2D(uLeaves, vUv);
        float meters = distance(vPosition, cameraPosition);
        if (leaf.a < mix(0.5, 0.28, clamp(meters / 60.0, 0.0, 1.0))) discard;
        if (vFade < 1.0 && grainOf(gl_FragCoord.xy) > vFade) discard;
        vec3 toward = (vPosition - cameraPosition) / max(meters, 0.001);
        // a card of leaves seen from its edge would be a spike
        float edgeOn = abs(dot(normalize(cross(dFdx(vPosition), dFdy(vPosition))), toward));
        if (vLeaf > 0.5 && edgeOn < 0.22 && floor(vUv * 4.0) != SOLID) discard;
        vec3 n = normalize(vNormalWorld);
        vec3 albedo = vColor * mix(0.5 + 0.5 * leaf.r, leaf.r * 1.12, vLeaf);
        // bark is greyer and lighter than its paint, or trunks would be posts in the shade
        float bark = (1.0 - vLeaf) * (1.0 - vLow);
        albedo = mix(vec3(dot(albedo, vec3(0.2126, 0.7152, 0.0722))), albedo, 0.86 - 0.24 * bark) * (1.0 + 0.45 * bark);
        float sunlit = 1.0;
        #ifndef PLAIN
          // bark and stone have a grain
          vec2 grain = vPosition.xz + uOrigin.xz + vPosition.y * vec2(0.7, -0.4);
          albedo *= mix(0.72 + 0.56 * (texture2D(uNoise, grain / 4.0).g * 0.5 + texture2D(uNoise, grain).b * 0.5), 1.0, vLeaf);
          // trunks stand in the shade of crowns, and the far side of a crown in its own; leaves let some of the light through
          if (vLow < 0.5) sunlit -= mix(1.0, 0.55, vLeaf) * shadowAt(vPosition, n * (1.0 - vLeaf), vAbove);
        #endif
        vec3 lit = lightSurface(snowed(albedo, n.y * (1.0 - 0.3 * vLow), leaf.r), n, sunlit);
        // leaves let light through, most when one looks towards the sun, and a little into the shade of the crown
        float through = pow(max(dot(toward, uSunDirection), 0.0), 3.0) * vLeaf;
        lit += albedo * vec3(1.1, 1.15, 0.55) * uSunColor * 0.3183 * (through * 0.55 * (0.5 + 0.5 * n.y) + 0.09 * vLeaf * (0.6 - 0.4 * n.y));
        lit *= 1.0 - 0.2 * uWet;
        // what is low stands in the shade of what is tall
        gl_FragColor = vec4(vLow > 0.5 ? throughAir(lit, vPosition, cameraPosition) : throughAirUnshaded(lit, vPosition, cameraPosition), 1.0);
        ${toneEnd}
      }`,
  })
}

/** Plants as pictures that turn to the eye. `cells`: half width, bottom, height by picture; look.x is the picture's number, look.z hides it nearer than that. */
export function createPictureMaterial(uniforms: PlantUniforms, pictures: { colors: Texture; normals: Texture; cells: Vector4[] }): ShaderMaterial {
  return new ShadedMaterial({
    uniforms: { ...airUniforms, ...uniforms, uColors: { value: pictures.colors }, uNormals: { value: pictures.normals }, uCells: { value: pictures.cells } },
    defines: { CELLS: pictures.cells.length },
    side: DoubleSide,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      ${windFunctions}
      ${seasonFunctions}
      ${pictureFunctions}
      ${habitFunctions}
      uniform float uNow; uniform float uMeshMeters; uniform float uPictureMeters; uniform vec4 uCells[CELLS];
      attribute vec4 place; attribute vec4 look; attribute vec4 tint;
      varying vec3 vTint; varying vec3 vPosition; varying vec2 vUv; varying float vFade; varying vec2 vFacing; varying vec2 vSpot; flat varying vec3 vBare;
      void main() {
        vec3 root = (modelMatrix * vec4(place.xyz, 1.0)).xyz;
        vec3 ray = cameraPosition - root;
        float away = length(ray);
        float near = uMeshMeters * look.z;
        vFade = smoothstep(near * 0.93, near, away);
        float size = place.w * (0.25 + 0.75 * clamp((uNow - look.y) / 0.6, 0.0, 1.0)) * (1.0 - smoothstep(uPictureMeters * 0.86, uPictureMeters, away));
        vec4 cell = uCells[int(look.x)];
        vec2 facing = normalize(ray.xz + vec2(0.0001, 0.0));
        vec3 right = vec3(facing.y, 0.0, -facing.x);
        float hand = look.w < 0.0 ? -1.0 : 1.0;
        vec3 world = root + grownAs(place.xz, (right * position.x * cell.x * hand + vec3(0.0, cell.y + position.y * cell.z * abs(look.w), 0.0)) * size, size);
        world += windAt(root) * 0.22 * position.y * position.y;
        vec4 leaves = yearOf(tint.w);
        vTint = yearTint(tint.rgb, tint.w, leaves);
        vFacing = facing;
        vPosition = world; carryAir(vPosition);
        vUv = pictureUv(look.x, vec2(position.x * 0.5 + 0.5, position.y));
        vSpot = vec2(position.x, position.y * 2.0 - 1.2);
        vBare = vec3(pictureUv(cell.w, vec2(0.0)) - pictureUv(look.x, vec2(0.0)), 1.0 - leaves.x);
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
        if (size <= 0.001 || vFade <= 0.0) gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      #define SNOWLESS
      ${airFunctions}
      ${snowFunctions}
      ${handOver}
      uniform sampler2D uColors; uniform sampler2D uNormals;
      varying vec3 vTint; varying vec3 vPosition; varying vec2 vUv; varying float vFade; varying vec2 vFacing; varying vec2 vSpot; flat varying vec3 vBare;
      void main() {
        // a crown loses its leaves clump by clump, from its rim inwards; both pictures lie alike, so that one slope serves for the blur
        vec2 way = vUv * vec2(61.0, 88.0);
        float clump = 0.5 + 0.5 * sin(way.x + 2.0 * sin(way.y * 0.66)) * sin(way.y + 2.0 * sin(way.x * 0.87));
        clump = mix(clump, 1.0 - min(1.0, length(vSpot) * 0.8), 0.6);
        vec2 at = vUv + (clump < vBare.z * 1.02 - 0.01 ? vBare.xy : vec2(0.0));
        vec2 slopeX = dFdx(vUv);
        vec2 slopeY = dFdy(vUv);
        vec4 color = textureGrad(uColors, at, slopeX, slopeY);
        float meters = distance(vPosition, cameraPosition);
        // nothing of the plant reaches the uppermost twentieth: what shows there is the foot of the next picture
        if (color.a < mix(0.42, 0.2, clamp(meters / 900.0, 0.0, 1.0)) || vSpot.y > 0.7) discard;
        if (vFade < 1.0 && grainOf(gl_FragCoord.xy) <= 1.0 - vFade) discard;
        vec4 packed = textureGrad(uNormals, at, slopeX, slopeY);
        float share = max(color.a, 0.05);
        vec3 seen = packed.rgb / share * 2.0 - 1.0;
        vec3 right = vec3(vFacing.y, 0.0, -vFacing.x);
        vec3 n = normalize(right * seen.x + vec3(0.0, seen.y, 0.0) + vec3(vFacing.x, 0.0, vFacing.y) * seen.z);
        float leafy = clamp(packed.a / share, 0.0, 1.0);
        vec3 painted = color.rgb / share;
        vec3 albedo = painted * painted * mix(vec3(1.0), vTint, leafy);
        albedo = mix(vec3(dot(albedo, vec3(0.2126, 0.7152, 0.0722))), albedo, 0.62 + 0.24 * leafy) * (1.45 - 0.45 * leafy);
        vec3 lit = lightSurface(snowed(albedo, n.y, smoothstep(0.2, 0.47, painted.g)), n, 1.0);
        vec3 toward = (vPosition - cameraPosition) / max(meters, 0.001);
        float through = pow(max(dot(toward, uSunDirection), 0.0), 3.0) * leafy;
        lit += albedo * vec3(1.1, 1.15, 0.55) * uSunColor * 0.3183 * (through * 0.4 + 0.09 * leafy * (0.6 - 0.4 * n.y));
        lit *= 1.0 - 0.2 * uWet;
        gl_FragColor = vec4(throughAirUnshaded(lit, vPosition, cameraPosition), 1.0);
        ${toneEnd}
      }`,
  })
}
