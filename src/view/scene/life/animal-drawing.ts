/** Draws all animals, beasts at once and birds at once: shapes come from a texture by kind, gait and wings from a phase for each animal. */
import { BufferAttribute, DoubleSide, Group, InstancedBufferAttribute, InstancedBufferGeometry, Mesh } from 'three'
import { type Animal, shareOfStep } from '#simulation/wildlife/animal.ts'
import { MOST_ANIMALS } from '#simulation/wildlife/wildlife.ts'
import { lerp, wrapAngle } from '#core/scalar.ts'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { ANIMAL_ROWS, ANIMAL_VERTICES, createAnimalShapes, isBird } from './animal-shapes.ts'

/** How animals are shown now: seconds past their last step and since the last picture, whether to draw few, and whether to move little. */
export type Showing = { later: number; seconds: number; few: boolean; calm: boolean }

type Place = { readonly x: number; readonly z: number }

/** See `createAnimalDrawing`. */
export type AnimalDrawing = {
  readonly root: Group
  /** Shows animals around an eye, relative to the drawn origin. */
  show(animals: readonly Animal[], eye: Place, origin: Place, showing: Showing): void
  dispose(): void
}

type Manner = { phase: number; stride: number; head: number; wing: number; lie: number }

/** Metres at which animals have faded away: as a rule, and small ones or all where few are drawn. */
const REACH_METERS = 118
const SHORT_REACH_METERS = 60
/** Runs in metres a second are drawn with this share of their stride, and beats with this pace, where motion is to be little. */
const CALM_STRIDE = 0.4
const CALM_PACE = 0.35
const SMALL = new Set(['hen', 'rabbit', 'lizard', 'frog'])

function createLayer(index: readonly number[]) {
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(ANIMAL_VERTICES * 3), 3))
  geometry.setIndex([...index])
  const add = (name: string, size: number): InstancedBufferAttribute => {
    const attribute = new InstancedBufferAttribute(new Float32Array(MOST_ANIMALS * size), size)
    geometry.setAttribute(name, attribute)
    return attribute
  }
  geometry.instanceCount = 0
  return { geometry, place: add('place', 4), manner: add('manner', 4), kind: add('kind', 4), reach: add('reach', 1), count: 0 }
}

/** An empty drawing. */
export function createAnimalDrawing(): AnimalDrawing {
  const shapes = createAnimalShapes()
  const beasts = createLayer(shapes.beastIndex)
  const birds = createLayer(shapes.birdIndex)
  const layers = [beasts, birds]
  const material = new ShadedMaterial({
    uniforms: { ...airUniforms, uShapes: { value: shapes.texture } },
    side: DoubleSide,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      uniform highp sampler2D uShapes;
      attribute vec4 place; attribute vec4 manner; attribute vec4 kind; attribute float reach;
      varying float vReach; varying vec3 vPaint; varying vec3 vNormalWorld; varying vec3 vPosition; varying vec3 vAt; varying float vAway;
      void turnX(inout vec3 p, inout vec3 n, vec3 pivot, float angle) {
        float c = cos(angle), s = sin(angle);
        p -= pivot; p = vec3(p.x, p.y * c - p.z * s, p.y * s + p.z * c) + pivot;
        n = vec3(n.x, n.y * c - n.z * s, n.y * s + n.z * c);
      }
      void main() {
        int row = int(kind.x + 0.5) * ${ANIMAL_ROWS};
        vec4 at = texelFetch(uShapes, ivec2(gl_VertexID, row), 0);
        vec3 n = texelFetch(uShapes, ivec2(gl_VertexID, row + 1), 0).xyz;
        vec3 paint = texelFetch(uShapes, ivec2(gl_VertexID, row + 2), 0).rgb;
        vec3 pivot = texelFetch(uShapes, ivec2(gl_VertexID, row + 3), 0).xyz;
        float phase = manner.x, stride = manner.y, wing = kind.z, lie = kind.w;
        int part = int(at.w + 0.5);
        vec3 p = at.xyz;
        vAt = p * 3.0 + vec3(manner.w);
        if (part == 1) turnX(p, n, pivot, manner.z);
        if (part >= 2 && part <= 5) {
          // at a walk opposite legs swing together; at a gallop both fore legs, then both hind legs, one a little behind the other
          bool left = part == 2 || part == 4;
          float trot = part == 2 || part == 5 ? 0.0 : 3.14159;
          float gallop = (part < 4 ? 0.0 : 2.6) + (left ? 0.0 : 0.5);
          float swing = sin(phase + mix(trot, gallop, smoothstep(0.6, 0.72, stride))) * stride;
          turnX(p, n, pivot, swing + lie * (part < 4 ? 0.9 : -0.9) + wing * 1.1);
        }
        if (part == 8) p.x += sin(uSeconds * 3.0 + manner.w * 40.0) * 0.15 * (p.z - pivot.z);
        if (part == 6 || part == 7) {
          float side = part == 6 ? -1.0 : 1.0;
          float out1 = (p.x - pivot.x) * side;
          // folded along the back, or beating with the tips a little behind
          float glide = smoothstep(-0.3, 0.5, sin(uSeconds * 0.9 + manner.w * 50.0));
          float beat = sin(phase - out1 * 1.6) * mix(0.85, 0.12, glide * kind.y) + 0.12;
          vec3 folded = pivot + vec3(side * (0.05 + 0.06 * out1), -0.12 * out1 - 0.35 * abs(p.z - pivot.z) * 0.3, (p.z - pivot.z) * 0.55 + out1 * 0.62);
          vec3 spread = vec3(pivot.x + side * out1 * cos(beat), p.y + out1 * sin(beat), p.z);
          p = mix(folded, spread, wing);
          n = normalize(mix(vec3(side, 0.6, 0.0), vec3(-side * sin(beat), cos(beat), 0.0), wing));
        }
        p.y -= lie * pivot.y * (part >= 2 && part <= 5 ? 0.35 : 0.0) + lie * 0.5 * step(float(part), 1.5) * pivot.y;
        p.y = mix(p.y, max(p.y, 0.01), lie);
        p.y += abs(sin(phase * 0.5)) * stride * 0.07 * (1.0 - wing);
        float c = cos(place.w), s = sin(place.w);
        float size = manner.w + 0.5;
        p *= size;
        vec3 world = vec3(p.x * c + p.z * s, p.y, p.z * c - p.x * s) + place.xyz;
        vNormalWorld = vec3(n.x * c + n.z * s, n.y, n.z * c - n.x * s);
        vPaint = paint * (0.82 + 0.36 * fract(manner.w * 17.3));
        vPosition = world; carryAir(vPosition);
        vAway = length(world - cameraPosition);
        vReach = reach;
        gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      varying float vReach; varying vec3 vPaint; varying vec3 vNormalWorld; varying vec3 vPosition; varying vec3 vAt; varying float vAway;
      void main() {
        float grain = fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(0.06711056, 0.00583715))));
        if (grain < smoothstep(vReach * 0.8, vReach, vAway)) discard;
        vec3 n = normalize(vNormalWorld);
        if (dot(n, cameraPosition - vPosition) < 0.0 && !gl_FrontFacing) n = -n;
        // strokes of a dry brush, as on clothes
        vec3 paint = vPaint * (0.78 + 0.3 * texture2D(uNoise, vAt.zy * vec2(0.9, 1.3)).r + 0.16 * texture2D(uNoise, vAt.xz * 2.3).g);
        vec3 lit = lightSurface(paint, n, 1.0);
        float sunny = clamp(uSunDirection.y * 2.0, 0.0, 1.0) * (1.0 - uNight);
        lit += paint * uGroundFill * uSunColor * (0.14 * sunny * (0.65 - 0.35 * n.y) * (1.0 - clamp(dot(n, uSunDirection), 0.0, 1.0)));
        float rim = pow(1.0 - abs(dot(n, normalize(cameraPosition - vPosition))), 3.0);
        lit += uSkyFill * rim * (0.03 + 0.12 * paint);
        gl_FragColor = vec4(throughAir(lit, vPosition, cameraPosition), 1.0);
        ${toneEnd}
      }`,
  })
  const root = new Group()
  for (const { geometry } of layers) {
    const mesh = new Mesh(geometry, material)
    mesh.frustumCulled = false
    root.add(mesh)
  }
  const manners = new WeakMap<Animal, Manner>()

  function mannerOf(animal: Animal, { seconds, calm }: Showing): Manner {
    let now = manners.get(animal)
    if (!now) {
      now = { phase: animal.size * 50, stride: 0, head: 0, wing: animal.kind.aloft ? 1 : 0, lie: animal.doing === 'sleep' ? 1 : 0 }
      manners.set(animal, now)
    }
    const winged = animal.doing === 'fly' || animal.doing === 'land'
    const ease = 1 - Math.pow(0.5, seconds / 0.18)
    const leg = animal.kind.id === 'deer' ? 1 : animal.kind.hops || animal.kind.id === 'hen' ? 3 : 1.8
    now.phase += seconds * (calm ? CALM_PACE : 1) * (winged ? (animal.kind.id.startsWith('gull') ? 9 : 15) : animal.speed * 4.2 * leg * 0.8)
    now.stride = lerp(now.stride, winged ? 0 : Math.min(isBird(animal.kind.id) ? 0.6 : 0.75, animal.speed * 0.55) * (calm ? CALM_STRIDE : 1), ease)
    now.head = lerp(now.head, animal.doing === 'graze' ? -1.25 : animal.doing === 'look' ? 0.22 : animal.doing === 'sleep' ? -0.6 : 0, ease * 0.5)
    now.wing = lerp(now.wing, winged ? 1 : 0, ease)
    now.lie = lerp(now.lie, animal.doing === 'sleep' && animal.kind.place !== 'water' ? 1 : 0, ease * 0.3)
    return now
  }

  return {
    root,
    show(animals, eye, origin, showing) {
      for (const layer of layers) layer.count = 0
      for (const animal of animals) {
        const { previous } = animal
        const share = shareOfStep(animal, showing.later)
        const now = mannerOf(animal, showing)
        const x = lerp(previous.x, animal.x, share)
        const z = lerp(previous.z, animal.z, share)
        const reach = SMALL.has(animal.kind.id) || (showing.few && !animal.kind.aloft) ? SHORT_REACH_METERS : REACH_METERS
        if ((x - eye.x) * (x - eye.x) + (z - eye.z) * (z - eye.z) > reach * reach) continue
        const layer = isBird(animal.kind.id) ? birds : beasts
        const i = layer.count++
        layer.place.setXYZW(i, x - origin.x, lerp(previous.y, animal.y, share), z - origin.z, previous.yaw + wrapAngle(animal.yaw - previous.yaw) * share)
        layer.manner.setXYZW(i, now.phase % (Math.PI * 200), now.stride, now.head, animal.size - 0.5)
        layer.kind.setXYZW(i, animal.row, showing.calm || animal.kind.id.startsWith('gull') ? 1 : 0.5, now.wing, now.lie)
        layer.reach.setX(i, reach)
      }
      layers.forEach((layer, l) => {
        layer.geometry.instanceCount = layer.count
        root.children[l]!.visible = layer.count > 0
        for (const attribute of [layer.place, layer.manner, layer.kind, layer.reach]) attribute.needsUpdate = true
      })
    },
    dispose() {
      shapes.texture.dispose()
      for (const { geometry } of layers) geometry.dispose()
      material.dispose()
    },
  }
}
