/** Whether somebody is what they are asked to be (happy, lonely, tired, brave, married …), and why: by feelings, needs, temper, kin and trade. */
import type { EmotionKind } from '#simulation/affect/affect.ts'
import { isUnpleasant } from '#simulation/affect/dynamics.ts'
import type { PrivateView } from '../../private-view.ts'
import { kinWords } from '../../kin-words.ts'
import { givenOf } from '../people.ts'
import type { Scene } from '../scene.ts'

/** What is so, and a sentence that says why; `degree` 0..1 tells how much. */
export type State = { is: boolean; reason: string }

const FELT = 0.12
const LOW = 0.42
const FEAR: readonly EmotionKind[] = ['fear']
const ANGER: readonly EmotionKind[] = ['anger', 'reproach']
const GRIEF: readonly EmotionKind[] = ['grief', 'distress', 'disappointment', 'shame']

/** A feeling’s cause as a sentence to the partner. */
function causeOf(scene: Scene, kinds: readonly EmotionKind[] | null): string | null {
  const feeling = scene.view.feelings.find(({ kind, intensity }) => intensity > FELT && (kinds === null ? isUnpleasant(kind) : kinds.includes(kind)))
  return feeling ? sentence(toYou(scene, feeling.cause)) : null
}

function goodCause(scene: Scene): string | null {
  const feeling = scene.view.feelings.find(({ kind, intensity }) => intensity > FELT && !isUnpleasant(kind))
  return feeling ? sentence(toYou(scene, feeling.cause)) : null
}

/** Words about the partner as they are said to the partner. */
export function toYou(scene: Scene, cause: string): string {
  if (scene.partnerId !== 'player') return cause
  const names = [...new Set(['the stranger', scene.partnerName])].filter((name) => name !== null)
  return names.reduce((text, name) => text.replaceAll(name, 'you'), cause).replace(/\byou is\b/g, 'you are').replace(/\byou was\b/g, 'you were').replace(/\byou has\b/g, 'you have')
}

/** Why one is content, from what is well met; never empty. */
export function contentReason(view: PrivateView): string {
  const dear = dearest(view)
  const { needs } = view
  if (needs.company > 0.6 && dear) return `I have ${dear}, and that is a good deal.`
  if (needs.duty > 0.6) return 'The work goes well.'
  if (needs.food > 0.7 && needs.rest > 0.7) return 'I have slept and I have eaten.'
  return dear ? `There is ${dear}, and a roof over us.` : 'There is a roof over me, and work for my hands.'
}

function dearest(view: PrivateView): string | null {
  const kin = view.knows.filter(({ kinship }) => kinship !== null).sort((a, b) => b.warmth - a.warmth)[0]
  if (kin) return `${kinWords(kin)} ${givenOf(kin)}`
  const friend = view.knows.filter(({ id, warmth }) => id !== 'player' && warmth > 0.35).sort((a, b) => b.warmth - a.warmth)[0]
  return friend ? givenOf(friend) : null
}

/** The state that an adjective asks for; null for one that nothing is known of. */
export function stateOf(scene: Scene, word: string): State | null {
  const { view } = scene
  const { needs, mood, temperament: t } = view
  const bad = causeOf(scene, null)
  const state = (is: boolean, yes: string, no: string): State => ({ is, reason: is ? yes : no })
  const spouse = view.knows.find(({ kinship }) => kinship === 'spouse')
  switch (word) {
    case 'in good spirits': case 'in a good mood': case 'happy': case 'glad': case 'content': case 'cheerful':
      return state(mood.pleasure > -0.05 && bad === null, goodCause(scene) ?? contentReason(view), bad ?? lackReason(view) ?? 'There is a weight on me today that I can’t name.')
    case 'in a bad mood': case 'unhappy': case 'sad': case 'upset': case 'troubled': case 'down': case 'ashamed': case 'worn':
      return state(mood.pleasure < -0.15 || causeOf(scene, GRIEF) !== null, causeOf(scene, GRIEF) ?? bad ?? lackReason(view) ?? 'It comes and goes; I couldn’t name a cause.', contentReason(view))
    case 'lonely': case 'alone':
      return state(needs.company < LOW, 'I have hardly spoken to anybody today.', dearest(view) ? `I have ${dearest(view)}.` : 'One gets used to quiet.')
    case 'afraid': case 'scared': case 'frightened': case 'nervous': case 'worried': case 'anxious':
      return state(causeOf(scene, FEAR) !== null || needs.safety < 0.5, causeOf(scene, FEAR) ?? 'It does not feel safe of late.', 'There is nothing near that I would run from.')
    case 'angry': case 'cross': case 'mad': case 'grumpy':
      return state(causeOf(scene, ANGER) !== null, causeOf(scene, ANGER) ?? '', t.agreeableness < -0.3 ? 'This is only my face.' : 'Nobody has given me cause.')
    case 'hungry': return state(needs.food < 0.5, 'It is a while since I ate.', 'I have eaten.')
    case 'thirsty': return state(false, '', 'The well is near enough.')
    case 'tired': case 'sleepy': case 'exhausted': case 'weary': case 'pale':
      return state(needs.rest < 0.45, 'I have been up for long.', 'I slept well enough.')
    case 'cold': case 'wet': return state(needs.shelter < 0.5, 'One should be under a roof in this.', 'I am dressed for it.')
    case 'warm': case 'hot': return state(needs.shelter >= 0.5 && view.weather === 'clear', 'The sun sees to that.', 'One can bear it.')
    case 'bored': return state(t.openness > 0.3 && needs.duty > 0.85, 'There is little left to do today.', `There is always something; ${strip(view.why) || 'the day has its work'}.`)
    case 'busy': case 'thoughtful': case 'distracted': return state(needs.duty < 0.7, `I am ${strip(view.activity)}; but hands can work while mouths talk.`, 'I have a moment.')
    case 'free': return state(needs.duty >= 0.5, 'I have a moment.', `Not quite: ${strip(view.why) || 'there is work'}.`)
    case 'ill': case 'sick': return state(false, '', 'Nothing ails me.')
    case 'well': case 'healthy': case 'fine': return state(true, 'Nothing ails me.', '')
    case 'rich': return state(['merchant', 'trader', 'miller', 'innkeeper'].includes(view.trade), 'Rich is much said, but no winter has made me count the beans.', 'There is enough, and nothing over.')
    case 'poor': return state(false, '', 'There is enough, and nothing over.')
    case 'brave': return state(t.neuroticism < 0, 'I don’t run easily.', 'I am careful, and still alive for it.')
    case 'strong': return state(['smith', 'miller', 'woodcutter', 'farmer', 'carpenter'].includes(view.trade) && view.age < 60, `A ${view.trade} has to be.`, 'Strong enough for my own pots.')
    case 'clever': case 'wise': return state(t.openness > 0.1 || view.age > 60, 'I listen more than I talk; that passes for it.', 'I know my work. The rest I leave to others.')
    case 'kind': case 'a good person': return state(t.agreeableness > -0.1, 'I try to be. Ask those who live with me.', 'I am fair. Kind is for those with time.')
    case 'honest': return state(true, 'I have no head for keeping two stories apart.', '')
    case 'religious': case 'superstitious': return state(view.trade.startsWith('keeper') || t.conscientiousness > 0.3, 'I keep the customs.', 'I leave that to the shrine.')
    case 'shy': return state(t.extraversion < -0.2, 'Strangers take me a while.', 'I talk with whoever comes.')
    case 'proud': return state(t.conscientiousness > 0, 'Of my work, yes.', 'There is little to be proud of in doing what must be done.')
    case 'lazy': return state(t.conscientiousness < -0.3, 'The bench and I are old friends.', 'The day has its work, and I do it.')
    case 'jealous': return state(t.neuroticism > 0.4, 'Now and then; I don’t like it in myself.', 'Of what? Everybody has their own load.')
    case 'homesick': return state(false, '', `I am at home here, in ${view.settlement.name}.`)
    case 'in love': return state(spouse !== undefined && spouse.warmth > 0.4, spouse ? `With ${kinWords(spouse)} ${givenOf(spouse)}, still.` : '', spouse ? 'We have grown used to each other.' : 'Nobody has asked me that in years.')
    case 'married': return state(spouse !== undefined, spouse ? `To ${givenOf(spouse)}, the ${spouse.trade}.` : '', view.age < 16 ? 'I’m too young for that.' : 'It has not come to that.')
    case 'single': return state(spouse === undefined, view.age < 16 ? 'I’m too young for anything else.' : 'It has not come to more.', spouse ? `I am married to ${givenOf(spouse)}.` : '')
    case 'old': return state(view.age >= 60, `I am ${view.age}.`, `I am ${view.age}.`)
    case 'young': return state(view.age < 30, `I am ${view.age}.`, `I am ${view.age}.`)
    case 'a good cook': return state(['baker', 'innkeeper'].includes(view.trade), 'People pay for it, so it can’t be bad.', 'Nobody has died of it.')
    case 'sure of yourself': return state(t.neuroticism < 0.1, 'I know what I can do.', 'Not always.')
    default:
      return word.startsWith('good at your') ? state(t.conscientiousness > -0.3, 'People come back; that tells you.', 'I get it done.') : null
  }
}

/** What is lacking most, as a sentence; null when nothing is. */
export function lackReason({ needs }: PrivateView): string | null {
  const [name, value] = (Object.entries(needs) as Array<[keyof typeof needs, number]>).reduce((least, other) => (other[1] < least[1] ? other : least))
  if (value >= LOW) return null
  return { food: 'It is a while since I ate.', rest: 'I have slept too little.', company: 'I have hardly spoken to anybody today.', duty: 'There is work left undone, and it weighs on me.', safety: 'It does not feel safe of late.', shelter: 'I would rather be under a roof.' }[name]
}

/** A clause as a sentence. */
export function sentence(clause: string): string {
  const words = clause.trim().replace(/[.!?]+$/, '')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** Without a full stop. */
export function strip(text: string): string {
  return text.replace(/[.!?]+$/, '').trim()
}
