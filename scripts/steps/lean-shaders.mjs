/** Takes out of shaders what no graphics card reads. Minifiers leave text in templates as it was written, and shaders are a good part of what is read before the first picture. */

const MARK = '/* glsl */ `'

/** The code with every template that is marked as a shader without comments, indentation and spaces round signs; scripts between the braces of a template stay. */
export function leanShaders(code) {
  let out = ''
  let at = 0
  for (let start = code.indexOf(MARK); start >= 0; start = code.indexOf(MARK, at)) {
    const from = start + MARK.length
    const { text, end } = leanTemplate(code, from)
    out += code.slice(at, from) + text
    at = end
  }
  return out + code.slice(at)
}

/** The template whose text begins at `at`, leaned, and where it ends: after its last backtick. */
function leanTemplate(code, at) {
  let text = ''
  for (;;) {
    const end = code.slice(at).search(/`|\$\{/) + at
    if (end < at) throw new Error('a shader’s template is not closed')
    const piece = code.slice(at, end)
    if (code[end] === '$' && /\/\/[^\n]*$/.test(piece)) throw new Error('a script in a comment of a shader would come out of it: take it out')
    text += leanText(piece)
    if (code[end] === '`') return { text: `${text}\``, end: end + 1 }
    const script = scriptEnd(code, end + 2)
    text += leanShaders(code.slice(end, script))
    at = script
  }
}

/** Where the script between braces ends that begins at `at`: after its closing brace. */
function scriptEnd(code, at) {
  for (let depth = 1; at < code.length; at++) {
    const sign = code[at]
    if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
    else if (sign === "'" || sign === '"') {
      at = code.indexOf(sign, at + 1)
      if (at < 0) break
    }
    else if (sign === '`') at = leanTemplate(code, at + 1).end - 1
  }
  throw new Error('a script in a shader’s template is not closed')
}

/** Text of a shader. What stands before the first line break may go on from a script and keeps its spaces; so do lines for the preprocessor, where they tell. */
function leanText(text) {
  const bare = text.replace(/\/\*[^]*?\*\//g, ' ').replace(/\/\/[^\n]*/g, '')
  const [first, ...lines] = bare.split('\n')
  // a sign of plus or minus keeps its space: two side by side would be another sign
  const lean = lines.map((line, n) => {
    const inside = n === lines.length - 1 ? line.trimStart() : line.trim()
    return inside.startsWith('#') ? inside : inside.replace(/ ?([=*/,;(){}<>?:|&]) ?/g, '$1')
  })
  return [first, ...lean.filter((line, n) => line !== '' || n === lean.length - 1)].join('\n')
}
