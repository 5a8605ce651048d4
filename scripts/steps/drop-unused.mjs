/** Takes out of the build what of the renderer nothing here uses, but which its own parts name: all of it would be read before the first picture. */

/** Parts of the renderer by how they begin, and the least that stands in for each: what the renderer asks of it while it is not in use. */
const STAND_INS = [
  // headsets
  ['class WebXRManager extends EventDispatcher {', 'class WebXRManager extends EventDispatcher { enabled = false; isPresenting = false; cameraAutoUpdate = true; getEnvironmentBlendMode() {} setAnimationLoop() {} hasDepthSensing() { return false; } dispose() {} }'],
  ['class WebXRDepthSensing {', ''],
  // surroundings mirrored in what is drawn
  ['class PMREMGenerator {', 'class PMREMGenerator {}'],
  ['function WebGLEnvironments( renderer ) {', 'function WebGLEnvironments() { return { get: ( texture ) => texture, dispose() {} }; }'],
  // the renderer's shadows: ours are drawn by ourselves
  ['function WebGLShadowMap( renderer, objects, capabilities ) {', 'function WebGLShadowMap() { this.enabled = false; this.render = () => {}; }'],
  // planes that cut through what is drawn
  ['function WebGLClipping( properties ) {', 'function WebGLClipping() { return { uniform: { value: null, needsUpdate: false }, numPlanes: 0, numIntersection: 0, init: () => false }; }'],
  // uniforms shared in buffers
  ['function WebGLUniformsGroups( gl, info, capabilities, state ) {', 'function WebGLUniformsGroups() { return { dispose() {} }; }'],
  // pictures of more than eight bits a channel, worked over before they are shown
  ['function WebGLOutput( type, width, height, antialias, depth, stencil ) {', 'function WebGLOutput() {}'],
  // how rough metals mirror their surroundings
  ['function getDFGLUT() {', 'function getDFGLUT() { return null; }'],
  // shapes that turn into one another
  ['function WebGLMorphtargets( gl, capabilities, textures ) {', 'function WebGLMorphtargets() { return { update() {} }; }'],
]
/** Classes kept alive only by what is set on them: animations, and files that are loaded. */
const SET_UPON = /^(?:KeyframeTrack|[A-Z][a-z]+KeyframeTrack|PropertyBinding|Loader)\.(?:prototype\.)?\w+ = (?:[^\n{[]*;|[{[]\n[^]*?\n[}\]];)$/gm
const FEWEST_SET = 20

/** The renderer's module (`three.module.js`) with stand-ins for what is not used. */
export function dropUnusedParts(code) {
  let out = code
  for (const [head, standIn] of STAND_INS) {
    const from = out.indexOf(`\n${head}`)
    const to = out.indexOf('\n}\n', from)
    if (from < 0 || to < 0) throw new Error(`“${head}” was not found in the renderer: look at how it is written now`)
    out = `${out.slice(0, from)}\n${standIn}${out.slice(to + 2)}`
  }
  return out
}

/** The renderer's core (`three.core.js`) without what keeps unused classes in it. */
export function dropUnusedClasses(code) {
  let dropped = 0
  const out = code.replace(SET_UPON, () => {
    dropped++
    return ''
  })
  if (dropped < FEWEST_SET) throw new Error(`only ${dropped} settings of unused classes were found in the renderer: look at how it is written now`)
  return out
}
