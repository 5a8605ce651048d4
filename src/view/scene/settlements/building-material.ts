/** The material of houses and things: vertex paint with strokes by surface (stone, thatch, tiles, planks), and windows that light up. */
import { DoubleSide, type ShaderMaterial, Vector2 } from 'three'
import { patternCarrier, plainStrokes } from './building-plain.ts'
import { airCarrier, airDeclarations, airFunctions, airUniforms, toneEnd } from '../../materials/air.ts'
import { ShadedMaterial } from '../../materials/shaded-material.ts'
import { aboveGroundFunction, fieldFunctions } from '../scatter/ground-field.ts'
import { groundUniforms } from '../scatter/ground-now.ts'

/** Share 0..1 of the windows that are lit now; written once a frame by the settlements. */
export const lampUniform = { value: 0 }

/** Metres over which a house's full drawing gives way to its simple twin; written by the settlements. */
export const twinUniform = { value: new Vector2(35, 40) }

/** A material for geometries of `toGeometry`. What is marked in a geometry has a twin: 'full' draws it near and 'simple' afar, pixel by pixel; 'only' draws it everywhere. */
export function createBuildingMaterial(twin: 'only' | 'full' | 'simple' = 'only'): ShaderMaterial {
  return new ShadedMaterial({
    uniforms: { ...airUniforms, ...groundUniforms, uLamps: lampUniform, uTwinMeters: twinUniform, uTwin: { value: twin === 'full' ? 1 : twin === 'simple' ? -1 : 0 } },
    side: DoubleSide,
    vertexShader: /* glsl */ `
      ${airDeclarations}
      ${airCarrier}
      attribute vec4 paint; attribute vec4 surface; attribute vec2 stroke;
      varying vec3 vPaint; varying vec3 vNormalWorld; varying vec3 vPosition; varying vec2 vStroke; varying float vGlow;
      flat varying vec3 vSurface;
      #ifdef PLAIN
        ${patternCarrier}
      #else
        ${fieldFunctions}
        ${aboveGroundFunction}
        varying float vAbove;
      #endif
      void main() {
        vec4 world = modelMatrix * vec4(position, 1.0);
        vec3 at = world.xyz + uOrigin;
        float gust = sin(uSeconds * 1.3 + at.x * 0.7 + at.z * 0.5) + 0.5 * sin(uSeconds * 3.1 + at.x * 1.9 - at.z * 1.3);
        world.xz += uWind.yz * (surface.z / 255.0) * uWind.x * 0.12 * (0.4 + 0.5 * gust);
        vPaint = pow(paint.rgb, vec3(2.0));
        vPaint = mix(vec3(dot(vPaint, vec3(0.2126, 0.7152, 0.0722))), vPaint, 0.84);
        vGlow = paint.a;
        vSurface = surface.xyw;
        #ifdef PLAIN
          carryPattern(int(surface.x + 0.5));
        #else
          vAbove = aboveGround(world.xyz);
        #endif
        vStroke = stroke;
        vNormalWorld = normalize(mat3(modelMatrix) * normal);
        vPosition = world.xyz; carryAir(vPosition);
        gl_Position = projectionMatrix * viewMatrix * world;
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      uniform float uLamps; uniform float uTwin; uniform vec2 uTwinMeters;
      varying vec3 vPaint; varying vec3 vNormalWorld; varying vec3 vPosition; varying vec2 vStroke; varying float vGlow;
      flat varying vec3 vSurface;
      float chance(vec2 p) { p = fract(p * vec2(0.1031, 0.1173)); p += dot(p, p.yx + 33.33); return fract((p.x + p.y) * p.x * 97.31); }
      #ifdef PLAIN
        ${plainStrokes}
      #else
      varying float vAbove;
      float cloudy(vec2 p) {
        vec2 cell = floor(p), f = fract(p);
        f = f * f * (3.0 - 2.0 * f);
        return mix(mix(chance(cell), chance(cell + vec2(1, 0)), f.x), mix(chance(cell + vec2(0, 1)), chance(cell + vec2(1, 1)), f.x), f.y);
      }
      // How much of a stroke of that size can still be told apart on the screen.
      float seen(vec2 pixel, float size) { return clamp(1.4 - 2.2 * max(pixel.x, pixel.y) / size, 0.0, 1.0); }
      vec3 strokes(vec3 paint, vec2 at, vec2 pixel, float kind, float luck) {
        float broad = cloudy(at * 0.9 + luck * 3.0) * 0.6 + cloudy(at * 2.7 + luck) * 0.4;
        vec3 tint = vec3(0.95 + 0.1 * broad);
        if (kind < 0.5) return paint * mix(1.0, tint.x, 0.6);
        if (kind < 1.5) {
          float brush = cloudy(at * vec2(5.0, 14.0)) * seen(pixel, 0.12);
          float patchy = smoothstep(0.62, 0.75, cloudy(at * 1.15 + 9.1 + luck));
          tint = mix(vec3(0.9, 0.885, 0.87), vec3(1.05, 1.05, 1.04), broad) * (0.97 + 0.06 * brush);
          return paint * mix(tint, tint * vec3(0.93, 0.9, 0.86), patchy * 0.55);
        }
        if (kind < 2.5) {
          vec2 p = at / vec2(0.46, 0.27);
          p.y += 0.18 * (cloudy(at * 1.9) - 0.5);
          float row = floor(p.y);
          p.x += chance(vec2(row, 7.0)) * 3.0 + 0.3 * (cloudy(at * 2.3 + 4.0) - 0.5);
          vec2 cell = vec2(floor(p.x), row);
          vec2 edge = min(fract(p), 1.0 - fract(p)) * vec2(0.46, 0.27);
          float joint = smoothstep(0.0, 0.055, min(edge.x, edge.y));
          float each = chance(cell);
          vec3 stone = mix(vec3(0.78, 0.79, 0.82), vec3(1.16, 1.1, 1.0), each) * (0.92 + 0.16 * cloudy(at * 9.0));
          return paint * mix(tint, stone * mix(0.7, 1.0, joint), seen(pixel, 0.2));
        }
        if (kind < 4.5) {
          float wide = kind < 3.5 ? 0.2 : 4.0;
          float plank = floor(at.x / wide);
          float gap = abs(fract(at.x / wide) - 0.5) * 2.0;
          float grain = cloudy(vec2(at.x * 42.0, at.y * 2.2 + plank * 5.0));
          vec3 wood = mix(vec3(0.86, 0.84, 0.82), vec3(1.1, 1.08, 1.05), chance(vec2(plank, luck))) * (0.86 + 0.24 * grain);
          if (kind < 3.5) wood *= mix(1.0, 0.55, smoothstep(0.86, 0.98, gap));
          return paint * mix(tint, wood, seen(pixel, kind < 3.5 ? 0.16 : 0.06));
        }
        if (kind < 5.5) {
          float strand = cloudy(vec2(at.x * 26.0, at.y * 1.7)) * 0.6 + cloudy(vec2(at.x * 61.0, at.y * 3.1)) * 0.4;
          float course = fract(at.y / 0.62 + 0.12 * cloudy(vec2(at.x * 3.0, 1.0)));
          vec3 straw = mix(vec3(0.74, 0.7, 0.64), vec3(1.2, 1.17, 1.08), strand);
          return paint * mix(tint, straw * mix(0.8, 1.06, smoothstep(0.0, 0.35, course)), seen(pixel, 0.1)) * mix(0.95, 1.05, broad);
        }
        if (kind < 7.5 || (kind > 8.5 && kind < 9.5)) {
          vec2 size = kind < 6.5 ? vec2(0.24, 0.34) : kind < 7.5 ? vec2(0.36, 0.3) : vec2(0.22, 0.36);
          vec2 p = at / size;
          float row = floor(p.y);
          p.x += kind < 6.5 ? 0.0 : 0.5 * mod(row, 2.0) + 0.2 * chance(vec2(row, 3.0));
          vec2 f = fract(p);
          float each = chance(vec2(floor(p.x), row) + luck);
          vec3 tile = mix(vec3(0.8, 0.78, 0.77), vec3(1.16, 1.1, 1.06), each);
          float lip = smoothstep(0.0, 0.2, f.y) * 0.3 + 0.75;
          float side = kind < 6.5 ? 0.8 + 0.28 * sin(f.x * 3.1416) : mix(0.75, 1.0, smoothstep(0.0, 0.09, min(f.x, 1.0 - f.x)));
          float moss = smoothstep(0.66, 0.8, cloudy(at * 0.55 + luck * 5.0));
          vec3 roof = tile * lip * side;
          vec3 painted = paint * mix(tint, roof, seen(pixel, 0.22));
          return mix(painted, vec3(0.17, 0.2, 0.08), moss * 0.3);
        }
        if (kind < 8.5) {
          float blade = cloudy(vec2(at.x * 17.0, at.y * 8.0));
          float dry = cloudy(at * 0.8 + luck);
          vec3 green = paint * mix(vec3(0.8, 0.84, 0.7), vec3(1.14, 1.12, 1.1), mix(0.5, blade, seen(pixel, 0.12)));
          vec2 patch1 = floor(at * 6.0);
          float bloom = step(0.95, chance(patch1)) * smoothstep(0.32, 0.2, length(fract(at * 6.0) - 0.3 - 0.4 * vec2(chance(patch1 + 3.0), chance(patch1 + 9.0)))) * seen(pixel, 0.16);
          return mix(mix(green, green * vec3(1.35, 1.12, 0.8), dry * 0.45), vec3(0.85, 0.75, 0.45), bloom * 0.7);
        }
        if (kind < 10.5) {
          float band = smoothstep(0.44, 0.5, abs(fract(at.x / 0.5) - 0.5) * 2.0 * 0.98);
          return mix(paint, vec3(0.83, 0.76, 0.62), band * mix(1.0, 0.9, seen(pixel, 0.2))) * (0.94 + 0.1 * cloudy(at * 6.0));
        }
        if (kind < 11.5) return paint * mix(tint, mix(vec3(0.72, 0.78, 0.66), vec3(1.22, 1.18, 1.1), cloudy(at * 19.0)), seen(pixel, 0.09));
        if (kind > 13.5) return paint * mix(tint, mix(vec3(0.82), vec3(1.14), cloudy(at * 12.0) * 0.6 + cloudy(at * 31.0) * 0.4), seen(pixel, 0.06));
        return paint;
      }
      #endif
      void main() {
        if (uTwin != 0.0 && vSurface.z > 0.5) {
          float grain = fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(0.06711056, 0.00583715))));
          float simple = smoothstep(uTwinMeters.x, uTwinMeters.y, distance(vPosition, cameraPosition));
          if ((grain - simple) * uTwin < 0.0) discard;
        }
        vec3 n = normalize(vNormalWorld);
        if (!gl_FrontFacing) n = -n;
        float kind = vSurface.x;
        float luck = vSurface.y / 255.0;
        vec2 pixel = fwidth(vStroke);
        vec3 toEye = normalize(cameraPosition - vPosition);
        vec3 paint;
        vec3 color;
        #ifdef PLAIN
          float sunlit = 1.0;
        #else
          float sunlit = 1.0 - shadowAt(vPosition, n, vAbove);
        #endif
        if (kind > 11.5 && kind < 12.5) {
          vec2 g = abs(vStroke - vec2(0.5, 0.5));
          float bars = max(smoothstep(0.035, 0.02, g.x), smoothstep(0.03, 0.018, abs(g.y - 0.02)));
          bars *= clamp(1.3 - 9.0 * max(pixel.x, pixel.y), 0.35, 1.0);
          vec3 mirrored = mix(uHorizon, uZenith, clamp(reflect(-toEye, n).y * 0.9 + 0.25, 0.0, 1.0));
          paint = vPaint * 0.5;
          vec3 pane = paint + mirrored * 0.22 * smoothstep(1.15, 0.1, vStroke.x + vStroke.y * 0.8 - 0.15);
          float lit = smoothstep(luck * 0.8, luck * 0.8 + 0.12, uLamps);
          float curtain = 0.72 + 0.28 * smoothstep(0.5, 0.1, g.x) + 0.15 * (1.0 - vStroke.y);
          pane = mix(pane, vec3(0.86, 0.31, 0.05) * curtain, lit * 0.94);
          vec3 frame = lightSurface(vec3(0.2, 0.14, 0.09), n, sunlit);
          color = mix(pane, frame, bars);
        } else {
          paint = strokes(vPaint, vStroke, pixel, kind, luck);
          vec3 lit = lightSurface(paint, n, sunlit);
          // Light thrown back by sunny ground, so that shade is warm.
          float sunny = clamp(uSunDirection.y * 2.0, 0.0, 1.0) * (1.0 - uNight);
          lit += paint * uGroundFill * uSunColor * (0.16 * sunny * (0.65 - 0.35 * n.y) * (1.0 - clamp(dot(n, uSunDirection), 0.0, 1.0)));
          float flicker = 0.88 + 0.12 * sin(uSeconds * 7.0 + luck * 40.0) * sin(uSeconds * 3.7 + luck * 17.0);
          if (kind > 12.5 && kind < 13.5) lit = mix(lit, vPaint * vec3(1.25, 0.66, 0.24) * flicker, vGlow > 0.8 ? max(uNight, 0.85) : uNight);
          // what comes back from lit windows and lanterns all around
          else lit += paint * vec3(1.0, 0.66, 0.4) * (0.055 * uLamps * lampShow()) + paint * vec3(1.0, 0.46, 0.15) * (vGlow * lampShow() * (0.95 + 0.05 * flicker) * 1.5);
          color = lit;
        }
        gl_FragColor = vec4(throughAirUnshaded(color, vPosition, cameraPosition), 1.0);
        ${toneEnd}
      }`,
  })
}
