/** What is asked of whom and what the partner told of: who it was, whether anybody saw them, what to think of it, what it felt, what became of it; from what was told, what is remembered and believed, and never made up. */
import { agoWords } from '../../place-words.ts'
import { termsOf } from '../../memory/tokens.ts'
import { shareOf } from '../asked/favourites.ts'
import { givenOf } from '../people.ts'
import { capitalise } from '../speak.ts'
import { told, LIKELY, type Context, type Found } from './context.ts'
import { whoFor, withTrade } from './whom-to-ask.ts'
import { nounPhrase, saidBack } from './read.ts'
import { proOf, type Told } from './tale.ts'

/** Nouns by which somebody is described. */
const LOOKS = /\b(?:beard|hair|dress|coat|hat|cloak|tall|short|red|black|blue|grey|green|limp\w*|scar|boots|girl|boy|child)\b/

/** Who or what the partner described, or told of, last. */
function described(c: Context): Told | null {
  return c.tale.told.findLast(({ kind, sense }) => kind === 'seen-person' || kind === 'missing' || kind === 'looking-for' || (kind === 'beast-gone' && LOOKS.test(sense.text))) ?? null
}

/** What one believes of somebody who looks as described; null for nothing. */
function sighting(c: Context, words: string): string | null {
  const looks = termsOf(words).filter((term) => LOOKS.test(term) || /^(?:pedlar|stranger|rider|soldier|tinker)$/.test(term))
  const belief = looks.length < 2 ? undefined : c.scene.view.beliefs.find(({ text }) => { const held = new Set(termsOf(text)); return looks.filter((term) => held.has(term)).length >= 2 })
  return belief ? `${capitalise(belief.text)}; that was ${agoWords(belief.happenedSeconds, c.scene.view.worldSeconds)}.` : null
}

/** An answer about somebody the partner looks for or describes. */
export function answerSeen(c: Context): Found | null {
  const { s, scene } = c
  if (s.mood !== 'asks' || s.wh === 'why') return null
  const named = c.read.refs.some(({ kind }) => kind === 'person' || kind === 'spot')
  const now = s.text
  const asksHere = /^(?:have|did) you (?:\w+ )?(?:seen|see|met|meet|notice|noticed)\b/.test(now) && /\b(?:a|an|my|our|his|her|the) (?:\w+ )?(?:\w+ )?(?:girl|boy|man|woman|child|son|daughter|dog|cat|horse|mule|stranger|wife|husband|brother|sister|rider|donkey|cow|goat)\b/.test(now)
  const of = described(c)
  const leans = of !== null && of.ago < 6 && /\b(?:him|her|he|she|it|them|they|that man|that woman|the man|the woman|such a (?:man|woman))\b/.test(now)
  const asksSeen = leans && (s.cls === 'sense' || s.cls === 'find' || s.cls === 'know' || (s.cls === 'move' && /\b(?:by|here|past|through|this way)\b/.test(now)))
  if (!(asksHere && !named) && !asksSeen) return null
  const noun = /\b(girl|boy|man|woman|child|son|daughter|dog|cat|horse|mule|rider|donkey|cow|goat|wife|husband|brother|sister)\b/.exec(asksHere ? now : (of?.sense.text ?? ''))?.[1] ?? 'one'
  const { him, pro } = proOf(noun === 'one' ? 'child' : noun)
  const all = `${of?.text ?? ''} ${scene.heard}`
  const seen = sighting(c, all)
  if (seen) return told(c, [seen], {}, { final: true })
  const eyes = whoFor(scene.view, 'seen')
  const send = eyes?.person.trade === 'innkeeper' ? ` ${capitalise(withTrade(eyes.person))} may know more: ${eyes.reason}.` : ''
  const anybody = /\b(?:anybody|anyone|somebody|someone|who)\b/.test(now)
  const look = /\b(?:red beard|blue dress|black hair|white \w+|red \w+|grey \w+|beard|dress)\b/.exec(all.toLowerCase())?.[0]
  if (s.cls === 'know') return told(c, [`${look ? `A ${look}?` : 'Such a one?'} Nobody here looks like that; it must be somebody from outside.${send}`, `No. I know every face here, and ${him === 'it' ? 'that' : him} I don’t.`], {}, { final: true })
  if (anybody) return told(c, [`Nobody has told me so, and they tell me most things.${send}`, `If anybody did, it has not come to my ears yet.${send}`], {}, { final: true })
  const when = /\blast night|night\b/.test(all) ? 'I was asleep by then' : 'I have been here since morning'
  return told(c, { gruff: [`No. ${when}, and nobody like that came by.`], any: [`No… ${when}, and ${pro === 'it' ? 'nothing' : 'nobody'} like that came past me${look ? `; a ${look} I would have noticed` : ''}.${send}`, `I’m sorry, no.${send}`] }, {}, { final: true })
}

/** What one thinks of a thing that was told: who it was, who did it, what it meant. */
export function answerThink(c: Context): Found | null {
  const { s, scene, tale } = c
  if (s.mood !== 'asks') return null
  const { view } = scene
  const t = view.temperament
  const deed = tale.told.findLast(({ kind }) => kind === 'theft' || kind === 'omen' || kind === 'unwanted')
  const asksWho = /^(?:and |so )?(?:who|whom) (?:do you (?:think|believe|suspect|reckon|guess)|would (?:do|want)|could (?:have|it)|did (?:it|that|this)|might|has done|was it|took|stole|is behind)\b/.test(s.text) || /^do you (?:suspect|have a suspicion)\b/.test(s.text)
  if (asksWho && deed && /\b(?:did|done|it|that|this|do|took|stole|was|behind|suspect|so)\b/.test(s.text)) {
    const foe = view.knows.filter(({ id, warmth, age }) => id !== 'player' && warmth < -0.3 && age > 12).sort((a, b) => a.warmth - b.warmth)[0]
    const law = whoFor(view, 'law')
    if (foe && t.agreeableness < -0.2) return told(c, [`If I had to name one: ${givenOf(foe)}. But I saw nothing, so take it for what it is.`], {}, { weighs: true })
    return told(c, { gruff: ['Didn’t see it, so I name nobody.'], dreamy: ['Somebody who lies awake now… I’d look at who is tired today.'], any: [deed.kind === 'theft' ? `Somebody who knew where it stood; strangers don’t find such things in the dark. A name I won’t give: I saw nobody.${law ? ` Speak with ${withTrade(law.person)}; ${law.reason}.` : ''}` : 'Somebody who is afraid of you, I’d say; who is not afraid comes by day and talks. A name I could only guess, and I won’t.'] }, {}, { weighs: true })
  }
  // a figure of a story: “what do you think she was?”, “who was it?”, “what became of them?”
  const figure = c.read.refs.find((ref) => ref.kind === 'theirs')
  const theirs = figure?.kind === 'theirs' ? figure.theirs : (c.talk.theirs.at(-1) ?? null)
  const asksWhat = /\b(?:what|who) (?:do you (?:think|believe|reckon|guess|suppose) )?(?:he|she|it|they|that|<t\d+>|the [a-z]+) (?:was|were|is|are|could be|might be|could have been)$|^(?:what|who) (?:was|were|could|might) (?:he|she|it|they|that|<t\d+>)(?: be| have been)?$|^(?:what|who) do you think (?:it|that|he|she|they)? ?(?:was|were|is)\b/.test(s.text)
  if (asksWhat && (theirs || deed)) {
    const noun = theirs?.noun ?? 'it'
    const strange = /\b(?:fog|moor|alone|singing|night|dark|vanish\w*|gone|stone|light)\b/.test(scene.partnerTurns.slice(-6).join(' ').toLowerCase())
    const told1 = saidBack(tale.told.at(-1)?.whom ?? '')
    if (strange) return told(c, t.openness > 0.3 ? { dreamy: [`Somebody who was there before the path was… They ask for a name because they have lost their own.`], any: [`In the old stories one never gives them one’s name. I would not go that way again after dark.`] } : { gruff: ['A thief with a good voice. While you listened, somebody untied your things.'], any: [`${capitalise(noun === 'it' ? 'somebody' : `an ordinary ${noun}`)} with quick fingers, or with a grandson behind the next stone. I believe in people, mostly.`, 'I was not there. But who sits alone in such weather is either very poor or up to something.'] })
    return told(c, [`From what you tell me${told1 ? ` of ${told1}` : ''}, I could only guess. Had ${proOf(noun).pro} anything about ${proOf(noun).him} that struck you?`, 'I can’t know, I was not there. What did you think yourself, in that moment?'], {}, { confidence: LIKELY })
  }
  if (/^what (?:became|happened|has become) (?:of|to|with) (?:him|her|it|them|<t\d+>|that|(?:the|my) [a-z]+)\b/.test(s.text) && theirs && !c.read.refs.some(({ kind }) => kind === 'person' || kind === 'kin')) return told(c, [`That I would have to ask you: all I know of ${theirs.isOwn ? 'your' : 'the'} ${theirs.noun} I have from you.`], {}, { confidence: LIKELY })
  // “have you ever heard of such a thing?”
  if (/^(?:have|did) you (?:ever )?(?:hear|heard|see|seen|know|known|experience|experienced|happen)\w* (?:of |about )?(?:such|anything|something|a thing)\b/.test(s.text) && /\b(?:such|like (?:it|that|this))\b/.test(s.text)) {
    const lore = view.settlement.lore.find((line) => !scene.ownTurns.some((own) => own.includes(line)))
    return told(c, lore && t.openness > -0.4 ? [`Not just so. But they tell here: ${lore}`, `Of that, no; though there is this: ${lore}`] : ['Not like that. One hears things, in winter, and half of it is wind.'], {}, { final: true })
  }
  // a beast that was told of, and what it felt
  const beast = /^(?:did|does|do|will|was) (?:it|that|this|they|he|she) (?:hurt|suffer|bleed|feel)\b.*|^did (?:it|he|she) hurt (?:the )?[a-z]+/.test(s.text)
  const tale1 = scene.partnerTurns.slice(-3).join(' ').toLowerCase()
  if (beast && /\b(?:fox|wolf|cat|dog|hawk|bird|hen|rabbit|mouse|lamb)\b/.test(`${tale1} ${s.text}`)) {
    const prey = /\b(?:had|with|took|caught|carried) (?:an? |the )?(bird|hen|rabbit|mouse|lamb|goose|duck)\b/.exec(tale1)?.[1] ?? 'bird'
    return told(c, { gruff: [`The ${prey}? For a moment. Foxes are quick.`], any: [`A moment only, I think. It is quick at such things, and it has young ones waiting.`, `The ${prey} hardly knew, I hope. That is how they eat; it is not meanness.`] }, {}, { weighs: true })
  }
  if (/\bwhere would (?:a|an|the|my|such a) (?:\w+ )?(?:child|girl|boy|son|daughter|kid|dog|cat|goat)\b.*\b(?:hide|go|run|sleep|be)\b/.test(s.text)) {
    const spots = view.landmarks.filter(({ kind }) => ['barn', 'mill', 'woodpile', 'orchard', 'well'].includes(kind)).map(({ name }) => name)
    return told(c, [`Where it is warm and there is straw: look in ${spots.find((name) => /barn|mill/.test(name)) ?? 'the barn'} first. Then wherever there are young animals.`, `I’d look in the hay before all else, and call softly; whoever hides from shouting comes to whispering.`], {}, { weighs: true })
  }
  const opinion = /^(?:and )?what (?:do|would) you (?:think|say)(?: of| about| to)? ?(?:it|that|this)?$/.test(s.text) && tale.told.length > 0 && scene.ownTurns.length > 0
  if (opinion) {
    const last = tale.told.at(-1)!
    const thing = nounPhrase(last.sense.object) || last.whom
    if (last.kind === 'offer' || last.kind === 'wares') return told(c, [`I say it is a fair price for who needs it. I don’t, today.`], {}, { confidence: LIKELY })
    return told(c, [`${thing ? `Of ${saidBack(thing)}? ` : ''}${shareOf(view.npcId, s.text) < 0.5 ? 'I’d not like to have been in your boots.' : 'That it is better told than kept.'}`], {}, { confidence: 0.6 })
  }
  return null
}
