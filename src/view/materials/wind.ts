/** Wind for shaders: where it pushes things, in gusts that travel over the land. */

/** GLSL `vec3 windAt(vec3 position)`: how far (metres, for a sway of one) and where wind pushes a thing at a drawn position; gusts travel over the land. Needs airDeclarations. */
export const windFunctions = /* glsl */ `
vec3 windAt(vec3 position) {
  vec2 at = (position.xz + uOrigin.xz) / 128.0 - uWind.yz * uSeconds * (0.012 + uWind.x * 0.006);
  float gust = texture2D(uNoise, at).b;
  float flutter = texture2D(uNoise, at * 4.0 + 0.37).b - 0.5;
  float force = uWind.x * 0.11 * (0.15 + 1.5 * gust * gust) + 0.06;
  vec2 push = uWind.yz * force + vec2(-uWind.z, uWind.y) * flutter * 0.35 * force;
  return vec3(push.x, -0.3 * dot(push, push), push.y);
}
`
