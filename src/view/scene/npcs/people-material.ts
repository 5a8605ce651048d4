/** The material of people: skins vertices by bones from a texture, paints clothes with soft strokes and faces with a few lines that carry mood. */
import { type DataTexture, DoubleSide, type ShaderMaterial } from 'three'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { aboveGroundFunction, fieldFunctions } from '../scatter/ground-field.ts'
import { groundUniforms } from '../scatter/ground-now.ts'
import { BONES } from './body-shape.ts'

/** Texels of one person's row: three for each bone, then four for the face. */
export const PERSON_TEXELS = BONES.length * 3 + 4
/** Where in a row the face begins: [pleasure, arousal, lids, mouth], [eyes x, eyes y, presence, head radius], [tool shown, head's height, 0, age], [brow colour, lamplight]. */
export const FACE_TEXEL = BONES.length * 3

/** A material for `createPeopleBatch`; `slotVertices` is how many vertices each person has room for. */
export function createPeopleMaterial(rows: DataTexture, slotVertices: number): ShaderMaterial {
  return new ShadedMaterial({
    uniforms: { ...airUniforms, ...groundUniforms, uPeople: { value: rows } },
    side: DoubleSide,
    defines: { SNOWLESS: 1, SLOT: slotVertices, FACE: FACE_TEXEL },
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      ${fieldFunctions}
      ${aboveGroundFunction}
      uniform highp sampler2D uPeople;
      attribute vec4 paint; attribute vec4 surface; attribute vec2 stroke;
      varying vec3 vPaint; varying vec3 vNormalWorld; varying vec3 vPosition; varying vec3 vFace; varying vec2 vStroke;
      flat varying int vRow; flat varying float vMark; varying float vAbove;
      mat4 boneAt(int bone) {
        vec4 a = texelFetch(uPeople, ivec2(bone * 3, vRow), 0);
        vec4 b = texelFetch(uPeople, ivec2(bone * 3 + 1, vRow), 0);
        vec4 c = texelFetch(uPeople, ivec2(bone * 3 + 2, vRow), 0);
        return mat4(a.x, b.x, c.x, 0.0, a.y, b.y, c.y, 0.0, a.z, b.z, c.z, 0.0, a.w, b.w, c.w, 1.0);
      }
      void main() {
        vRow = gl_VertexID / SLOT;
        mat4 skin = boneAt(int(surface.x + 0.5));
        if (surface.z > 0.5) skin = skin * (1.0 - surface.z / 255.0) + boneAt(int(surface.y + 0.5)) * (surface.z / 255.0);
        vec4 world = skin * vec4(position, 1.0);
        vec4 look = texelFetch(uPeople, ivec2(FACE + 1, vRow), 0);
        vec4 head = texelFetch(uPeople, ivec2(FACE + 2, vRow), 0);
        vec3 middle = vec3(0.0, head.y, 0.0);
        vMark = surface.w;
        vFace = (position - middle) / max(look.w, 0.01);
        vPaint = pow(paint.rgb, vec3(2.2));
        vPaint = mix(vec3(dot(vPaint, vec3(0.2126, 0.7152, 0.0722))), vPaint, vMark < 32.0 ? 0.8 : 0.88);
        vStroke = stroke;
        vNormalWorld = mat3(skin) * normal;
        vPosition = world.xyz; carryAir(vPosition);
        vAbove = aboveGround(vPosition);
        gl_Position = projectionMatrix * viewMatrix * world;
        if (look.z <= 0.001 || (vMark > 180.0 && vMark < 200.0 && head.x < 0.5)) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      uniform highp sampler2D uPeople;
      varying vec3 vPaint; varying vec3 vNormalWorld; varying vec3 vPosition; varying vec3 vFace; varying vec2 vStroke;
      flat varying int vRow; flat varying float vMark; varying float vAbove;
      float stroke1(float d, float width, float soft) { return 1.0 - smoothstep(width - soft, width + soft, d); }
      // Distance to a short arc: a line from a to b that bows by "bow" in its middle.
      float arc(vec2 p, vec2 a, vec2 b, float bow) {
        vec2 along = b - a;
        float t = clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0);
        vec2 at = a + along * t + vec2(0.0, bow * (1.0 - (2.0 * t - 1.0) * (2.0 * t - 1.0)));
        return length(p - at);
      }
      vec3 drawFace(vec3 skin, float soft) {
        vec4 mood = texelFetch(uPeople, ivec2(FACE, vRow), 0);
        vec4 look = texelFetch(uPeople, ivec2(FACE + 1, vRow), 0);
        float age = texelFetch(uPeople, ivec2(FACE + 2, vRow), 0).w;
        vec4 browLook = texelFetch(uPeople, ivec2(FACE + 3, vRow), 0);
        vec3 brow = browLook.rgb;
        float pleasure = mood.x, arousal = mood.y, lids = mood.z, talk = mood.w;
        vec2 p = vFace.xy;
        float side = p.x < 0.0 ? -1.0 : 1.0;
        vec2 q = vec2(abs(p.x), p.y);
        vec3 ink = vec3(0.028, 0.022, 0.026);
        // cheeks
        float blush = smoothstep(0.34, 0.05, length((q - vec2(0.5, -0.26)) * vec2(1.0, 1.25)));
        skin = mix(skin, skin * vec3(1.14, 0.68, 0.6), blush * (0.3 + 0.25 * max(arousal, 0.0) + 0.12 * max(pleasure, 0.0)));
        // soft shade in the sockets and under the nose, lip and brow
        skin *= 1.0 - 0.13 * smoothstep(0.28, 0.08, length((q - vec2(0.33, 0.04)) * vec2(1.0, 1.3)));
        skin *= 1.0 - 0.22 * smoothstep(0.13, 0.02, length((q - vec2(0.0, -0.29)) * vec2(0.9, 2.0)));
        // eyes: an almond of white, a large dark iris with a light in it, a lid that closes
        float open = clamp(lids, 0.0, 1.0);
        vec2 eyeAt = vec2(0.335, 0.03);
        vec2 e = q - eyeAt;
        float half1 = 0.155;
        float upper = 0.115 * open * (1.0 - (e.x / half1) * (e.x / half1));
        float lower = -0.072 * min(1.0, open * 1.3 + 0.1) * (1.0 - (e.x / half1) * (e.x / half1)) + 0.03 * max(pleasure, 0.0);
        float inEye = step(abs(e.x), half1) * smoothstep(-soft, soft, upper - e.y) * smoothstep(-soft, soft, e.y - lower);
        vec2 pupil = vec2(look.x * side, look.y) * vec2(0.075, 0.05);
        vec3 eye = mix(vec3(0.78, 0.75, 0.7), vec3(0.5, 0.47, 0.45), smoothstep(0.02, 0.1, e.y));
        float iris = length((e - pupil - vec2(0.0, 0.012)) * vec2(1.0, 0.92));
        eye = mix(eye, brow * 0.35 + vec3(0.04, 0.035, 0.03), stroke1(iris, 0.102, soft));
        eye = mix(eye, ink, stroke1(iris, 0.06, soft));
        eye = mix(eye, vec3(1.0), stroke1(length(p - vec2(side * (eyeAt.x + pupil.x) + 0.035, eyeAt.y + pupil.y + 0.05)), 0.021, soft));
        skin = mix(skin, eye, inEye);
        float steep = 2.0 * 0.115 * open * e.x / (half1 * half1);
        float lid = abs(e.y - upper) / sqrt(1.0 + steep * steep) - 0.01 - 0.008 * smoothstep(0.0, 0.12, e.x);
        skin = mix(skin, ink, stroke1(lid, 0.012, soft) * smoothstep(half1 + 0.012, half1 - 0.008, abs(e.x)) * 0.92);
        skin = mix(skin, skin * 0.55, stroke1(abs(e.y - lower), 0.008, soft) * step(abs(e.x), half1 - 0.02) * 0.5);
        // brows: raised by arousal, drawn together by displeasure
        float worry = max(-pleasure, 0.0);
        vec2 inner = vec2(0.17, 0.235 + 0.05 * arousal + worry * (arousal > 0.1 ? -0.085 : 0.05));
        vec2 outer = vec2(0.52, 0.235 + 0.035 * arousal - worry * (arousal > 0.1 ? -0.03 : 0.045));
        float taper = mix(0.042, 0.022, clamp((q.x - 0.17) / 0.35, 0.0, 1.0));
        skin = mix(skin, brow * 0.6, stroke1(arc(q, inner, outer, 0.055), taper, soft) * 0.9);
        // mouth
        float bow = -0.045 - 0.085 * pleasure;
        float wide = 0.2 + 0.075 * max(pleasure, 0.0) - 0.06 * talk;
        vec2 corner = vec2(wide, -0.485 + 0.05 * pleasure);
        float mouthLine = arc(p, vec2(-corner.x, corner.y), corner, bow * (1.0 - 0.3 * talk));
        float gape = talk * 0.1;
        float inMouth = stroke1(length((p - vec2(0.0, -0.5 - gape * 0.4)) * vec2(0.62, 1.0)), gape, soft) * step(0.015, gape);
        skin = mix(skin, skin * vec3(0.86, 0.6, 0.55), stroke1(mouthLine, 0.055, 0.04) * 0.6);
        skin = mix(skin, vec3(0.16, 0.03, 0.03), inMouth);
        skin = mix(skin, skin * vec3(0.22, 0.12, 0.12), stroke1(mouthLine, mix(0.02, 0.014, abs(p.x) / wide), soft) * (1.0 - inMouth));
        // lines of age
        float lines = stroke1(arc(q, vec2(0.22, -0.3), vec2(0.33, -0.56), 0.0), 0.012, 0.012) + stroke1(arc(q, vec2(0.2, -0.1), vec2(0.45, -0.08), -0.04), 0.01, 0.012) + stroke1(arc(p, vec2(-0.3, 0.48), vec2(0.3, 0.48), 0.03), 0.01, 0.014);
        return mix(skin, skin * 0.6, clamp(lines, 0.0, 1.0) * age * 0.7);
      }
      void main() {
        vec4 look = texelFetch(uPeople, ivec2(FACE + 1, vRow), 0);
        if (look.z < 0.999) {
          float grain = fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(0.06711056, 0.00583715))));
          if (grain > look.z) discard;
        }
        vec3 n = normalize(vNormalWorld);
        if (!gl_FrontFacing) n = -n;
        vec3 toEye = normalize(cameraPosition - vPosition);
        vec3 paint = vPaint;
        float soft = clamp(fwidth(vFace.x) * 0.9, 0.004, 0.08);
        if (vMark > 254.5) {
          if (vFace.z < -0.05) paint = drawFace(paint, soft);
        } else if (vMark < 32.0) {
          vec4 brush = texture2D(uNoise, vStroke * vec2(2.3, 0.9));
          vec4 weave = texture2D(uNoise, vStroke * 7.0);
          paint *= 0.88 + 0.17 * brush.r + 0.08 * weave.g;
        } else if (vMark > 96.0 && vMark < 160.0) {
          paint *= 0.8 + 0.4 * texture2D(uNoise, vec2(vStroke.x * 5.0, vStroke.y * 0.6)).g;
        }
        vec3 lit = lightSurface(paint, n, 1.0 - shadowAt(vPosition, n * 0.3, vAbove));
        if (vMark > 32.0 && (vMark < 96.0 || vMark > 254.0)) lit += paint * vec3(0.32, 0.12, 0.08) * uSunColor * 0.06 * (1.0 - clamp(dot(n, uSunDirection), 0.0, 1.0));
        float sunny = clamp(uSunDirection.y * 2.0, 0.0, 1.0) * (1.0 - uNight);
        lit += paint * uGroundFill * uSunColor * (0.14 * sunny * (0.65 - 0.35 * n.y) * (1.0 - clamp(dot(n, uSunDirection), 0.0, 1.0)));
        float rim = pow(1.0 - clamp(dot(n, toEye), 0.0, 1.0), 3.0);
        lit += uSkyFill * rim * (0.04 + 0.12 * paint);
        lit += uSunColor * rim * 0.05 * clamp(dot(-toEye, uSunDirection) + 0.3, 0.0, 1.0) * (0.3 + paint);
        float lamp = texelFetch(uPeople, ivec2(FACE + 3, vRow), 0).w;
        lit += paint * vec3(1.0, 0.48, 0.17) * (lamp * lampShow() * 0.75 * (0.7 + 0.3 * n.y));
        if (vMark > 214.0 && vMark < 234.0) lit = mix(lit, vPaint * vec3(2.1, 1.7, 1.2), lampShow());
        gl_FragColor = vec4(throughAirUnshaded(lit, vPosition, cameraPosition), 1.0);
        ${toneEnd}
      }`,
  })
}
