/** What people say when something happens before one's eyes: by kind, cause and manner of the moment; chosen by given dice. */
import { nextInt, type Rng } from '#core/rng.ts'
import { thingsIn, type Claim } from '../beliefs/claim.ts'
import { fillLine } from '../fill-line.ts'

/** Openings of a quarrel by what it is over, then what is thrown back and forth. */
const QUARREL_OPENINGS: ReadonlyArray<readonly [cause: RegExp, lines: readonly string[]]> = [
  [/boundary/, ['That stone stood by my ditch before you ever held a spade!', 'You moved the boundary stone again. I saw the marks!']],
  [/debt/, ['You still owe me, and you know it!', 'Three times you promised to pay. Three times!']],
  [/goat/, ['That goat was lame when you sold it to me!', 'You sold me a lame goat and smiled doing it!']],
  [/water/, ['I was here first. You can wait for your water!', 'Every day you push in before me. Enough!']],
  [/saw/, ['You borrowed my saw whole and brought it back without teeth!', 'Where is my saw? And what have you done to it?']],
  [/insult/, ['I have not forgotten what you called me before the whole inn!', 'Say it again, what you said of me back then. Say it!']],
  [/fence/, ['Your beasts broke my fence, and you will mend it!', 'Look at that fence. Look at it! That was your doing!']],
]
const QUARREL_REPLIES = ['That is not how it was, and you know it!', 'Ha! You should look to your own doorstep!', 'I will not be shouted at by you!', 'You have told that story so often that you believe it!'] as const
const QUARREL_RETORTS = ['Everybody here knows what you are like!', 'Then ask anybody! Anybody!', 'You never once owned up to a thing!', 'I should have known better than to trust you!'] as const
const QUARREL_ENDS = ['I am done with you.', 'We will see who laughs last.', 'Go home. I have nothing more to say to you.', 'Do not speak to me again.'] as const
const PARTINGS_OF_TWO = ['Enough, both of you! Not another word!', 'Leave it. Leave it! You will be sorry tomorrow.', 'Come now. You are neighbours, and you will be neighbours next year.', 'Hands down, and home with you. Both!'] as const
const GAPES = ['Listen to those two…', 'Not again!', 'And that before everybody.', 'What is it about this time?'] as const
const CRIES = ['Help! Somebody, help me!', 'Help! Over here, quick!', 'Oh! Help! I cannot get up!'] as const
const COMINGS = ['Hold on, I am coming!', 'Stay still! I am here!', 'I see you! Hold on!'] as const
const LIFTS = ['Give me your hand. Slowly, slowly…', 'There. Lean on me. That’s it.', 'I have you. Up you come.'] as const
const THANKS = ['Thank you… I thought that was the end of me.', 'I will not forget this. Thank you.', 'Bless you. I do not know what I would have done.'] as const
const CALLS = ['Come, all of you! There is food and ale for everybody!', 'Leave your work, friends! Today we feast!', 'Everybody, come! The table is laid!'] as const
const TOASTS = ['To the one who pays!', 'May the year go on like this!', 'Another cup, and then a song!', 'To those who are no longer with us!', 'I have not eaten like this since the harvest!', 'Drink up, it will not keep!'] as const
const LOSSES = ['My {thing}! Somebody has taken my {thing}!', 'It is gone! My {thing} is gone!', 'Thief! There is a thief in this village!'] as const
const LABOURS = ['It has begun! Come quick, it has begun!', 'The child is coming! Somebody help!', 'It is time! The child is on the way!'] as const
const MIDWIVES = ['Hot water and clean linen. And the rest of you stay out here.', 'Let me through. She is strong; you breathe, too.', 'I am here. Nobody comes in until I say so.'] as const
const WAITINGS = ['How long has it been now?', 'It takes as long as it takes.', 'I can hear nothing. Can you hear anything?', 'A slow one lives long, my mother used to say.', 'Both of them will be well, you will see.', 'I never know what to do with my hands at this.'] as const
const FRETTINGS = ['I should be in there. I should be doing something.', 'Why does nobody come out?', 'I have split wood for a whole winter in one morning, and still nothing.'] as const
const BORN = ['It is {child}! And both are well!', 'Come and hear it: {child}, and what lungs!', 'It is over. {Child}, and all is as it should be!'] as const
const JOYS = ['{name}. The name is {name}. Thank you!', 'We said it would be {name}. {name}!', 'Did you hear? {name} is here! Thank you, thank you.'] as const
const BLESSINGS = ['Long life to {name}, and a full bowl!', 'Welcome, {name}!', 'A new voice among us. About time!', 'May {name} have better weather than we had!'] as const
const WEARY = ['I am so tired. I will go and lie down a little.', 'Never mind me. I only want my bed.', 'My legs will not have it any more. I am going home.'] as const
const FAILING = ['Come quick, {dead} is failing!', 'Somebody come! {Dead} will not last the day.', 'It is {dead}. Come, if you want to say goodbye.'] as const
const BEDSIDE = ['I will sit with {dead}.', 'Let me go in. {Dead} should not be alone.', 'I will hold a hand. Wait here.'] as const
const HUSHED = ['Hush. Not so loud before the window.', 'So old, and now so fast.', 'Only yesterday we spoke of the weather.'] as const
const LAST_WORDS = ['A breath, and a smile, and then no more.', 'Asked whether the hens were in. And then slept.', 'Knew me, and pressed my hand. And that was all.'] as const
const CONDOLE = ['I am so sorry. {Dead} was good to all of us.', 'You are not alone with it. {Dead} was ours, too.', 'Sit down. I will bring you something warm, as {dead} would have.'] as const
const GONE = ['{dead} is gone. Quietly, just now.', 'It is over. {dead} has left us.', 'Come, all of you. {dead} is dead.'] as const
const SET_OUT = ['It is time. Let us go with {dead} one last time.', 'Take it up gently now. We go with {dead}.', 'Come. {dead} has waited long enough, and never liked to wait.'] as const
const WORDS = ['We bring {dead} here, who was one of us.', 'Whoever was ever helped by {dead}, think of it now, and help another.', 'There was work in those hands, and there was kindness in it.', 'The ground takes what is tired. The rest stays with us.'] as const
const WORDS_END = ['Let {dead} rest. And let us be good to each other.', 'Sleep well, {dead}. We will keep your place by the fire.', 'We will come by, {dead}, and tell you what is new.'] as const
const PARTINGS = ['Goodbye, {dead}. What you left is in good hands.', 'Sleep well, {dead}. I will look after things.', 'I had more to tell you, {dead}.'] as const
const FAREWELLS = ['Goodbye, {dead}. The fire will be emptier.', 'I wish I had come by more often.', 'Rest now.', 'You still owe me a song, {dead}.'] as const
const FIELD_CALLS = ['Everybody here? Then in a row, and off we go!', 'It is dry, and it will not bring itself in. Come on!', 'All hands! If we keep at it we are done before supper.'] as const
const FIELD_TALK = ['My back, my back!', 'Keep up over there!', 'Look at that. I have seen it worse, and I have seen it better.', 'Sing something, somebody!'] as const
const FIELD_ENDS_GOOD = ['That is the last of it: {things}! More than I hoped for!', 'Done! {Things}. Well worked, all of you!'] as const
const FIELD_ENDS_POOR = ['That is all of it: {things}. It will have to do.', '{Things}. So much work for so little.'] as const

const BREAKS = ['Look out! There goes the {broken}!', 'The {broken}! It is coming down!', 'Mind your heads! The {broken}!'] as const
const INSIDE = ['Inside, all of you, before the rest comes down!', 'Get under a roof! It can wait till the storm is over!', 'Come away from there! Inside, quick!'] as const
const STORM_CALLS = ['Inside, everybody! A storm!', 'It’s coming down! Run!', 'Get the children in! A storm!', 'Leave it lie! Get under a roof!'] as const
const MEND_CALLS = ['There it lies. Hand me a board, and we begin.', 'You came! Then let us get it done before it rains again.', 'Many hands. Thank you. That end first.'] as const
const MEND_TALKS = ['Hold it straight. Straight, I said!', 'The next storm can blow as it likes at this.', 'Is there a nail left?', 'A little higher. There.', 'That was some wind. I lay awake all night.'] as const
const MEND_ENDS = ['That holds. I owe you one, all of you.', 'As good as new. Better! Thank you.', 'Done. Come by tonight, there is something in the pot.'] as const

/** So few are a poor harvest. */
const POOR_COUNT = 4

/** A line of a scene. */
export type SceneLine =
  | 'opening' | 'reply' | 'retort' | 'end' | 'cry' | 'coming' | 'lift' | 'thanks' | 'call' | 'toast' | 'loss' | 'labour' | 'midwife' | 'waiting' | 'fretting' | 'born' | 'joy' | 'bless' | 'weary' | 'gone' | 'set-out' | 'words' | 'words-end' | 'parting' | 'farewell'
  | 'part' | 'gape' | 'failing' | 'bedside' | 'hushed' | 'last-words' | 'condole' | 'breaks' | 'inside' | 'storm-call' | 'mend-call' | 'mend-talk' | 'mend-end' | 'field-call' | 'field-talk' | 'field-end'

/** The words of a line for what happens, drawn by dice of what happens; at another `turn` of it other ones. `kin` is what the speaker calls the dead, where not by name. */
export function sceneLine(rng: Rng, line: SceneLine, claim: Claim, { turn = 0, kin = null }: { turn?: number; kin?: string | null } = {}): string {
  const things = thingsIn(claim)
  const lines = linesFor(line, claim)
  return fillLine(lines[(nextInt(rng, 0, lines.length - 1) + turn) % lines.length]!, { thing: claim.object.replace(/^an? /, ''), broken: /\bthe (?:old )?([a-z]+)/.exec(claim.object)?.[1] ?? 'roof', things, child: claim.cause === '' ? 'a child' : claim.cause, name: claim.object, dead: kin ?? claim.subject?.name ?? '' })
}

function linesFor(line: SceneLine, claim: Claim): readonly string[] {
  switch (line) {
    case 'opening': return QUARREL_OPENINGS.find(([cause]) => cause.test(claim.cause))?.[1] ?? ['You! I have a bone to pick with you!']
    case 'reply': return QUARREL_REPLIES
    case 'retort': return QUARREL_RETORTS
    case 'end': return QUARREL_ENDS
    case 'cry': return CRIES
    case 'part': return PARTINGS_OF_TWO
    case 'gape': return GAPES
    case 'failing': return FAILING
    case 'bedside': return BEDSIDE
    case 'hushed': return HUSHED
    case 'last-words': return LAST_WORDS
    case 'condole': return CONDOLE
    case 'coming': return COMINGS
    case 'lift': return LIFTS
    case 'thanks': return THANKS
    case 'call': return CALLS
    case 'toast': return TOASTS
    case 'loss': return LOSSES
    case 'labour': return LABOURS
    case 'midwife': return MIDWIVES
    case 'waiting': return WAITINGS
    case 'fretting': return FRETTINGS
    case 'born': return BORN
    case 'joy': return JOYS
    case 'bless': return BLESSINGS
    case 'weary': return WEARY
    case 'gone': return GONE
    case 'set-out': return SET_OUT
    case 'words': return WORDS
    case 'words-end': return WORDS_END
    case 'parting': return PARTINGS
    case 'farewell': return FAREWELLS
    case 'breaks': return BREAKS
    case 'inside': return INSIDE
    case 'storm-call': return STORM_CALLS
    case 'mend-call': return MEND_CALLS
    case 'mend-talk': return MEND_TALKS
    case 'mend-end': return MEND_ENDS
    case 'field-call': return FIELD_CALLS
    case 'field-talk': return FIELD_TALK
    case 'field-end': return claim.count > POOR_COUNT ? FIELD_ENDS_GOOD : FIELD_ENDS_POOR
  }
}
