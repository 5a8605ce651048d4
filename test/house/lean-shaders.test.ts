/** What the build takes out of shaders. */
import { expect, it } from 'vitest'
import { leanShaders } from '../../scripts/steps/lean-shaders.mjs'

it('[HOUSE-18] comments, indentation and spaces go from shaders; scripts, other text and lines for the preprocessor stay', () => {
  const code = [
    'const a = `  left  // as it is`',
    'const b = /* glsl */ `',
    '  // why',
    '  #define F(x) (x) + 1',
    '  float y = a - -b; /** how far */',
    '',
    '  vec3 p = vec3( 1.0, y ) * ${wide ? `${n} * 2` : "{"};',
    '  ${other /* stays */}',
    '  #define N ${count} + 1',
    '`',
    'const c = 1 // end',
  ].join('\n')
  expect(leanShaders(code).split('\n')).toEqual([
    'const a = `  left  // as it is`', 'const b = /* glsl */ `', '#define F(x) (x) + 1', 'float y=a - -b;', 'vec3 p=vec3(1.0,y)*${wide ? `${n} * 2` : "{"};', '${other /* stays */}', '#define N ${count} + 1', '`', 'const c = 1 // end',
  ])
})
