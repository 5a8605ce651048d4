/** Answers of weak models, damaged in fifteen ways: what is written where labelled lines were asked for (bar M9). */
import { createRng, nextFloat, pick } from '#core/rng.ts'
import { parseAnswer } from '#minds/parse-answer.ts'
import type { OfferedOption } from '#minds/private-view.ts'

/** What the model meant. */
type Meant = { say: string; think: string; feel: string; option: OfferedOption }
type Roll = { pick<T>(items: readonly T[]): T; chance(): number }
type Damage = (meant: Meant, roll: Roll) => string

const SAYS = [
  'The bread is warm, take a loaf if you like.', 'I saw Boran go up to the mill before noon. He did not look well.', 'No. I have work to do, and you have been told.', 'They say the river rose by a hand last night!', 'Ask at the inn: she knows more of it than I do.', 'My sister keeps the sheep; I keep the oven.', 'Well met. What brings you here, so early and so wet?', 'I would rather not speak of that.', '“Good wood burns slow”, as my father used to say.', 'It is two days on foot, or one if you do not stop.', 'Three sheep are gone. I think: wolves.', 'Yes.',
] as const
const THINKS = ['She looks hungry.', 'I must not forget the oven.', 'He asks too much.', 'So much to do before dusk.', 'Why does that trouble me?'] as const
const FEELS = ['calm', 'wary', 'glad', 'sad', 'annoyed'] as const

const lines = ({ say, think, feel, option }: Meant, sep = '\n'): string => [`SAY: ${say}`, `THINK: ${think}`, `FEEL: ${feel}`, `DO: ${option.number}`].join(sep)
const object = ({ say, think, feel, option }: Meant): { say: string; think: string; feel: string; do: number } => ({ say, think, feel, do: option.number })

/** The fifteen kinds. */
const DAMAGES: { readonly [kind: string]: Damage } = {
  'reasoning first': (meant, roll) => roll.pick(['<think>They ask me something. SAY: nothing yet. DO: 9</think>\n', '<thinking>\nOption 3? No.\n</thinking>\n\n', 'Okay, so I should stay in character. Let me think about DO.</think>\n', '<reasoning>{"say": "no"}</reasoning>']) + lines(meant),
  'prose around': (meant, roll) => roll.pick(['Sure! Here is my answer:\n\n', 'Here’s how Mira would respond:\n', 'Certainly. Answer:\n', 'As Mira Tanner, I say the following.\n\n']) + lines(meant) + roll.pick(['', '\n\nLet me know if you would like another version!', '\n\n(Note: I kept it under 60 words.)', '\n\nI hope this helps.']),
  fenced: (meant, roll) => `${roll.pick(['```', '```text', '```yaml', '~~~'])}\n${lines(meant)}\n${roll.pick(['```', '```\nDone.', ''])}`,
  'marked up': ({ say, think, feel, option }, roll) => roll.pick([`**SAY:** ${say}\n**THINK:** *${think}*\n**FEEL:** ${feel}\n**DO:** ${option.number}.`, `**SAY**: ${say}\n\n**THINK**: ${think}\n\n**FEEL**: ${feel}\n\n**DO**: **${option.number}**`, `- SAY: ${say}\n- THINK: ${think}\n- FEEL: ${feel}\n- DO: ${option.number}`, `1. SAY: ${say}\n2. THINK: ${think}\n3. FEEL: ${feel}\n4. DO: ${option.number}`, `### SAY\n${say}\n### THINK\n${think}\n### FEEL\n${feel}\n### DO\n${option.number}`, `> SAY: ${say}\n> THINK: ${think}\n> DO: ${option.number}`]),
  'another order': ({ say, think, feel, option }, roll) => roll.pick([[`DO: ${option.number}`, `FEEL: ${feel}`, `THINK: ${think}`, `SAY: ${say}`], [`THINK: ${think}`, `SAY: ${say}`, `DO: ${option.number}`], [`FEEL: ${feel}`, `DO: ${option.number}`, `SAY: ${say}`]]).join('\n'),
  'one line': (meant, roll) => lines(meant, roll.pick([' ', '  ', ' | ', '; ', ' / '])),
  'other labels': ({ say, think, feel, option }, roll) => roll.pick([`Say: ${say}\nThought: ${think}\nEmotion: ${feel}\nAction: ${option.number}`, `Speech: "${say}"\nThinking: ${think}\nFeeling: ${feel}\nChoice: ${option.number}`, `say - ${say}\nthink - ${think}\nfeel - ${feel}\ndo - ${option.number}`, `SAY = ${say}\nTHINK = ${think}\nDO = ${option.number}`, `[SAY] ${say}\n[THINK] ${think}\n[FEEL] ${feel}\n[DO] ${option.number}`, `SAY： ${say}\nTHINK： ${think}\nDO： ${option.number}`, `Response: ${say}\nInner thought: ${think}\nOption: ${option.number}`]),
  'json instead': (meant, roll) => roll.pick([JSON.stringify(object(meant)), JSON.stringify(object(meant), null, 2), `Here you go:\n\`\`\`json\n${JSON.stringify(object(meant), null, 2)}\n\`\`\``, JSON.stringify({ response: object(meant) }), JSON.stringify([object(meant)]), JSON.stringify({ SAY: meant.say, THINK: meant.think, FEEL: meant.feel, DO: String(meant.option.number) })]),
  'broken json': (meant, roll) => {
    const whole = JSON.stringify(object(meant), null, roll.pick([0, 2]))
    return roll.pick([whole.replace(/\}$/, ',}'), whole.replaceAll('"', '“'), `{say: ${JSON.stringify(meant.say)}, think: ${JSON.stringify(meant.think)}, do: ${meant.option.number}}`, `{'say': '${meant.say.replaceAll("'", '’')}', 'think': '${meant.think}', 'do': ${meant.option.number}}`, whole.replace(/,/g, ', // so\n').replace(/(?<="[^"]*), \/\/ so\n(?=[^"]*"(?:,|$|\n|\}))/g, ','), whole.replace('"do":', '"do" :').replace(/,\s*"feel"/, ' "feel"')])
  },
  'cut off': (meant, roll) => {
    const late = `{"do": ${meant.option.number}, "feel": "${meant.feel}", "think": ${JSON.stringify(meant.think)}, "say": ${JSON.stringify(meant.say)}`
    return roll.pick([late, late.replace(/"$/, ''), `DO: ${meant.option.number}\nTHINK: ${meant.think}\nSAY: ${meant.say}\nFEE`, `DO: ${meant.option.number}\nSAY: ${meant.say}\nTHINK: I wonder if`])
  },
  doubled: (meant, roll) => lines(meant) + roll.pick(['\n\n', '\n---\n', '\n']) + lines(meant),
  'runs on': (meant, roll) => lines(meant) + roll.pick(['\nUser: And then?\nAssistant: SAY: More of it.', '<|im_end|>\n<|im_start|>user\nGo on', '\n\nHuman: What else?\n\nAssistant: SAY: Nothing.', '</s>[INST] next [/INST] SAY: No', '\n\nThe stranger: And you?\nYou: SAY: Me too.', '<|eot_id|><|start_header_id|>user<|end_header_id|>']),
  'label missing': ({ say, think, feel, option }, roll) => roll.pick([`${say}\nTHINK: ${think}\nFEEL: ${feel}\nDO: ${option.number}`, `"${say}"\n\nTHINK: ${think}\nDO: ${option.number}`, `Mira: ${say}\nTHINK: ${think}\nDO: ${option.number}`, `Mira Tanner: "${say}"\nDO: ${option.number}`]),
  'choice in words': ({ say, think, option }, roll) => `SAY: ${say}\nTHINK: ${think}\nDO: ${roll.pick([option.label, `${option.number}. ${option.label}`, `Option ${option.number}`, `(${option.number}) ${option.label}`, `"${option.label}"`, `I will ${option.label}.`, `${option.number}) because there is time`, `#${option.number}`, `${['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][option.number]}`])}`,
  decorated: ({ say, think, feel, option }, roll) => roll.pick([`SAY: *smiles warmly* ${say} (waves)\nTHINK: ${think}\nDO: ${option.number}`, `SAY: “${say}”\nTHINK: “${think}”\nFEEL: ${feel}.\nDO: ${option.number}`, `SAY: ${say} 😊\nTHINK: ${think} 🤔\nDO: ${option.number} ✅`, `<say>${say}</say>\n<think_line>${think}</think_line>\n<do>${option.number}</do>`, `SAY: [Mira] ${say}\nTHINK: ${think}\nDO: [${option.number}]`, `\n\n\nSAY:\n${say}\n\nTHINK:\n${think}\n\nFEEL:\n${feel}\n\nDO:\n${option.number}`, `| SAY | ${say} |\n| THINK | ${think} |\n| DO | ${option.number} |`]),
}

/** What was read of many damaged answers: those that came to a lawful act, those that came to just what was meant, those that broke the reader. */
export type DamageCount = { answers: number; lawful: number; meant: number; crashes: number; missed: Array<{ kind: string; raw: string; say: string | null; option: number | null }>; byKind: { [kind: string]: number } }

/** Words as they are compared: without quotes around them, signs of decoration, and double spaces. */
const plain = (text: string): string => text.replace(/[“”"'’*_]/g, '').replace(/\p{Extended_Pictographic}/gu, '').replace(/\s+/g, ' ').trim()
/** What no words that are said aloud hold. */
const STRUCTURE = /\b(?:SAY|THINK|FEEL|DO)\b\s*[:=]|[{}]|<\/?[a-z|]|```|\bassistant\b|⟦/

/** What may stand around an answer that is damaged already. */
const AROUND: ReadonlyArray<(raw: string) => string> = [(raw) => `<think>\nHm. DO: 1?\n</think>\n\n${raw}`, (raw) => `Of course!\n\n${raw}`, (raw) => `\`\`\`\n${raw}\n\`\`\``, (raw) => `<|im_start|>assistant\n${raw}<|im_end|>`, (raw) => `\r\n${raw.replaceAll('\n', '\r\n')}\r\n`]

/** Reads `each` damaged answers of every kind; `twice` damages each in a second way. */
export function countDamaged(offered: readonly OfferedOption[], each: number, twice = false): DamageCount {
  const rng = createRng(twice ? 10 : 9)
  const roll: Roll = { pick: (items) => pick(rng, items), chance: () => nextFloat(rng) }
  const count: DamageCount = { answers: 0, lawful: 0, meant: 0, crashes: 0, missed: [], byKind: {} }
  for (const [kind, damage] of Object.entries(DAMAGES)) {
    let good = 0
    for (let n = 0; n < each; n++) {
      const meant: Meant = { say: roll.pick(SAYS), think: roll.pick(THINKS), feel: roll.pick(FEELS), option: roll.pick(offered) }
      const raw = twice ? roll.pick(AROUND)(damage(meant, roll)) : damage(meant, roll)
      count.answers++
      try {
        const { say, option } = parseAnswer(raw, offered, { speaks: true, names: ['Mira Tanner', 'Mira'] })
        const isLawful = say !== null && !STRUCTURE.test(say) && option !== null && offered.includes(option)
        if (isLawful) count.lawful++
        if (isLawful && plain(say) === plain(meant.say) && option === meant.option) {
          count.meant++
          good++
        } else if (count.missed.length < 400) count.missed.push({ kind, raw, say, option: option?.number ?? null })
      } catch {
        count.crashes++
      }
    }
    count.byKind[kind] = good / each
  }
  return count
}
