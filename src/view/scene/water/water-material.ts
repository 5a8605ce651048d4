/** Water: clear at its edge, green-blue, then deep; the sky on it, glitter, and foam where it meets land. */
import { DoubleSide, ShaderMaterial, type Texture } from 'three'
import { airDeclarations, airFunctions, airUniforms } from '../../materials/air.ts'
import { type FieldUniforms, fieldFunctions } from '../scatter/ground-field.ts'
import { cloudFunctions } from '../sky/sky-shader.ts'

/** The water's material over `field`; `clouds` says whether clouds are mirrored. */
export function createWaterMaterial(field: FieldUniforms, ripples: Texture, clouds: boolean): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { ...airUniforms, ...field, uRipples: { value: ripples } },
    defines: clouds ? { CLOUDS: 1 } : {},
    transparent: true,
    depthWrite: true,
    side: DoubleSide,
    vertexShader: /* glsl */ `
      varying vec3 vPosition;
      void main() {
        vec4 world = modelMatrix * vec4(position, 1.0);
        vPosition = world.xyz;
        gl_Position = projectionMatrix * viewMatrix * world;
      }`,
    fragmentShader: /* glsl */ `
      ${airDeclarations}
      ${airFunctions}
      ${cloudFunctions}
      ${fieldFunctions}
      uniform sampler2D uRipples;
      varying vec3 vPosition;
      void main() {
        vec3 ray = vPosition - cameraPosition;
        float meters = length(ray);
        vec3 toward = ray / meters;
        vec2 at = vPosition.xz + uOrigin.xz;
        vec2 known = fieldDepth(vPosition.xz);
        float depth = mix(25.0, max(-known.x, 0.0), known.y);
        bool below = cameraPosition.y < vPosition.y;

        // two scales of waves, each of two sheets that slide over each other; further off they flatten
        vec2 wind = uWind.yz * uSeconds;
        vec2 side = vec2(-uWind.z, uWind.y) * uSeconds;
        vec4 broad = texture2D(uRipples, at / 64.0 - wind * 0.011);
        vec4 cross1 = texture2D(uRipples, at.yx / 51.2 + side * 0.008 - wind * 0.004);
        vec4 fine = texture2D(uRipples, at / 12.8 - wind * 0.04 + 0.3);
        vec4 cross2 = texture2D(uRipples, at.yx / 8.0 + side * 0.031);
        float calm = 1.0 / (1.0 + meters / 420.0);
        float gusts = 0.35 + 0.65 * smoothstep(0.25, 0.75, texture2D(uNoise, at / 512.0 - wind * 0.002).b);
        float strength = (0.07 + 0.022 * uWind.x) * gusts * (0.35 + 0.65 * smoothstep(0.0, 1.5, depth));
        vec2 slope = (broad.rg + cross1.gr - 1.0) * 0.9 * calm + (fine.rg + cross2.gr - 1.0) * (0.75 / (1.0 + meters / 70.0));
        vec3 normal = normalize(vec3(-slope.x * strength * 2.0, 1.0, -slope.y * strength * 2.0));
        if (below) normal = -normal;

        // body: what comes up from below, by how much light there is
        float facing = clamp(dot(normal, -toward), 0.02, 1.0);
        float path = depth * (1.0 + 0.5 / max(facing, 0.25));
        vec3 light = (uSkyFill * 0.75 + uSunColor * (0.12 + 0.22 * max(uSunDirection.y, 0.0)) * (1.0 - cloudShadow(vPosition)));
        vec3 shallow = vec3(0.20, 0.46, 0.42);
        vec3 middle = vec3(0.060, 0.235, 0.265);
        vec3 deep = vec3(0.0048, 0.0296, 0.0395) * 1.6;
        vec3 body = mix(shallow, middle, 1.0 - exp(-depth * 0.55));
        body = mix(body, deep, 1.0 - exp(-depth * 0.085));
        body *= light * 0.55;
        // light through the crests, seen against the sun
        float crest = clamp(broad.b + fine.b * 0.6 - 0.75, 0.0, 1.0) * calm;
        float against = pow(max(dot(toward, uSunDirection), 0.0), 3.0);
        body += vec3(0.05, 0.20, 0.17) * light * crest * (0.12 + 0.6 * against * 0.5);
        float cover = 1.0 - exp(-path * 0.42);

        // the sky on it
        float fresnel = 0.02 + 0.98 * pow(1.0 - facing, 5.0);
        fresnel *= 1.0 / (1.0 + strength * 1.6);
        vec3 mirrored = reflect(toward, normal);
        mirrored.y = abs(mirrored.y) + 0.012;
        mirrored = normalize(mirrored);
        vec3 sky = skyColor(mirrored);
        #ifdef CLOUDS
          vec4 clouds = cloudsAt(mirrored);
          sky = mix(sky, clouds.rgb, clouds.a * 0.8);
        #endif
        vec3 color = mix(body, sky, fresnel);

        // glitter: a broad shine and hard sparks
        float toSun = max(dot(mirrored, uSunDirection), 0.0);
        float sparks = pow(toSun, 420.0) * 3.2 + pow(toSun, 60.0) * 0.22;
        float grain = smoothstep(0.62, 0.8, fine.b * 0.55 + cross2.b * 0.45);
        sparks += pow(toSun, 26.0) * grain * 0.9 / (1.0 + meters / 300.0);
        color += uSunColor * 0.3183 * sparks * (1.0 - 0.85 * smoothstep(0.3, 1.0, cloudShadow(vPosition))) * (0.35 + 0.65 * smoothstep(0.0, 0.1, uSunDirection.y)) * (1.0 - uNight * 0.62);

        // foam: a line that breathes at the very edge, and swash that runs in
        float nearShore = known.y * (1.0 - smoothstep(40.0, 420.0, meters) * 0.75);
        float grainy = texture2D(uNoise, at / 16.0 + wind * 0.004).b * 0.6 + texture2D(uNoise, at / 4.0 - wind * 0.01).a * 0.4;
        float breath = sin(uSeconds * 0.55 + texture2D(uNoise, at / 128.0).b * 9.0);
        float edge = 0.16 + 0.07 * breath;
        float line = 1.0 - smoothstep(edge * 0.55, edge * (1.0 + grainy), depth);
        float wave = fract(depth * 0.85 + uSeconds * 0.085 + texture2D(uNoise, at / 64.0).b * 1.3);
        float run = smoothstep(0.78, 0.97, wave) * (1.0 - smoothstep(0.97, 1.0, wave)) * (1.0 - smoothstep(0.25, 1.25, depth)) * smoothstep(0.1, 0.3, depth);
        float foam = clamp(max(line * smoothstep(0.22, 0.5, grainy + line * 0.35), run * smoothstep(0.42, 0.66, grainy) * 0.85), 0.0, 1.0) * nearShore;
        // white horses in strong wind
        foam = max(foam, smoothstep(0.83, 0.95, broad.b * 0.6 + cross1.b * 0.4) * smoothstep(0.45, 0.7, grainy) * smoothstep(5.0, 11.0, uWind.x) * 0.7 / (1.0 + meters / 500.0));
        vec3 white = (uSkyFill * 0.9 + uSunColor * 0.5 * (0.4 + 0.6 * max(uSunDirection.y, 0.0))) * 0.3183 * 1.05;
        color = mix(color, white, foam * 0.9);

        float alpha = clamp(max(max(cover, fresnel), foam), 0.0, 1.0);
        alpha *= smoothstep(0.0, 0.05, depth + foam * 0.05);
        alpha = mix(alpha, 1.0, smoothstep(150.0, 700.0, meters));
        if (below) {
          color = mix(skyColor(toward), sky, 0.5) * 1.15 + vec3(0.03, 0.08, 0.08) * crest;
          alpha = 0.85;
        }
        gl_FragColor = vec4(onlyAir(color, vPosition, cameraPosition), alpha);
        #include <tonemapping_fragment>
        #include <colorspace_fragment>
      }`,
  })
}
