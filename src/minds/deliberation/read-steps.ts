/** Words into steps of a plan: the alternatives of a question, and the lines of a model; what names no act or nobody known is left out. */
import { ACTS, actNumber } from './acts.ts'
import type { Step } from './roll-out.ts'
import type { SmallWorld } from './small-world.ts'

/** Words by which people mean an act, the more particular first. */
const MEANT: ReadonlyArray<readonly [act: string, words: RegExp]> = [
  ['ask-help', /\b(?:ask|beg|fetch|get|seek)\b.*\b(?:help|aid|advice)\b|\bhelp from\b/i], ['apologise', /\b(?:apologi[sz]e|say sorry|make (?:peace|up)|forgive|reconcile)\b/i], ['confront', /\b(?:confront|accuse|fight|attack|challenge|strike|punish|have it out|take revenge|avenge)\b/i],
  ['keep-word', /\bkeep (?:the |my |your )?(?:word|promise)\b/i], ['avoid', /\b(?:avoid|ignore|keep (?:out of|away from)|stay away|shun)\b/i], ['go-along', /\b(?:go|come|walk|travel) (?:along )?with\b|\baccompany|\bfollow|\bjoin\b/i], ['help', /\bhelp|\bassist|\bsupport|\bcare for|\brescue|\bsave\b/i],
  ['give', /\b(?:give|bring|lend|share|offer)\b/i], ['tell', /\b(?:tell|warn|inform|report|let .* know)\b/i], ['talk', /\b(?:talk|speak|discuss|ask|converse)\b/i], ['visit', /\b(?:visit|call on|see)\b/i], ['shelter', /\b(?:shelter|roof|hide|take cover|run|flee|escape)\b/i],
  ['home', /\b(?:home|stay (?:in|out of it|inside)|do nothing|keep out)\b/i], ['sleep', /\b(?:sleep|bed|wait (?:until|till) (?:morning|tomorrow))\b/i], ['eat', /\b(?:eat|food|meal|dinner|supper|breakfast)\b/i], ['work', /\b(?:work|finish|bake|plough|harvest|mend|forge|weave|my trade)\b/i], ['fetch', /\b(?:water|well)\b/i],
  ['pray', /\b(?:pray|shrine|gods?)\b/i], ['gather', /\b(?:inn|fire|others|drink|celebrate|feast|listen to)\b/i], ['wander', /\b(?:look|search|explore|wander|go and see|find|scout|leave|go away)\b/i], ['rest', /\b(?:rest|wait|sit|stay|nothing)\b/i],
]

/** The step that words mean; null when they mean none, or concern nobody who is known. */
export function readStep(words: string, world: SmallWorld): Step | null {
  const found = MEANT.find(([, pattern]) => pattern.test(words))
  if (!found) return null
  const act = actNumber(found[0])
  if (!ACTS[act]!.concerns) return { act, other: -1 }
  const named = world.others.findIndex(({ name, id }) => new RegExp(`\\b${name.replace(/[^\p{L}]/gu, '.')}\\b`, 'iu').test(words) || (id === 'player' && /\b(?:me|you|us|stranger)\b/i.test(words)))
  const meant = named >= 0 ? named : world.others.findIndex(({ id }) => world.matter.whoms.includes(id))
  return meant < 0 ? null : { act, other: meant }
}

/** The alternatives that the question itself offers. */
export function offeredSteps(world: SmallWorld): Array<{ steps: Step[]; because: string }> {
  return world.matter.offered.flatMap((words) => {
    const step = readStep(words, world)
    return step ? [{ steps: [step], because: 'it was put to me' }] : []
  })
}
