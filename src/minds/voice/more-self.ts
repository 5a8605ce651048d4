/** More ways to speak of oneself: variants of the lines that are heard most. */
import type { Lines } from './manner.ts'

/** See `SELF`. */
export const MORE_SELF: { readonly [key: string]: Lines } = {
  name: {
    warm: ['I’m {me}, {you}; {full} on feast days.', 'They call me {me}, and you may, too.'], gruff: ['{me}. That’ll do.', '{full}. Ask anybody.'], shy: ['Oh, I’m {me}… it’s nothing special.', '{full}, but {me} is enough.'],
    merry: ['You’re looking at {me}! {full}, when somebody is cross with me!', '{me} the {trade}, known as far as the next fence!'], grave: ['I am called {full}.', '{full}. I answer to {me}.'], dreamy: ['{me}. Some names you grow into; I’m still at it.', 'I am {me}, or so people shout.'],
  },
  'name-child': { any: ['{me}! And that one over there is my stick.', 'I’m {me}, and I can count to {age}. And further.'] },
  'name-elder': {
    warm: ['I’m old {me}, {you}. {full}, if you want it all.', '{me}. Half of {village} has sat on my knee.'], gruff: ['{full}. {age} years of it.', '{me}. They put “old” before it now.'], shy: ['Just {me}… old {me}, they say.', '{full}. Nobody uses the rest any more.'],
    merry: ['{full}, {age} years old and not a day wiser!', 'Old {me}! Still here, to everybody’s surprise!'], grave: ['I am {full}. I have carried that name for {age} years.', '{full}. It is an old name by now, and so am I.'], dreamy: ['{me}… I’ve had it so long that it’s worn smooth.', '{full}. Fewer people know it every year.'],
    any: ['{full}. Most just say {me}, and say it loudly, for my ears.', '{me}, {you}. At {age} one name is enough.'],
  },
  'how-good': {
    warm: ['All the better for being asked. {reason}', 'Oh, I’m well, {you}. {reason}', 'Well, and very glad of a kind word.'], gruff: ['Still here. {reason}', 'Well enough{tail}. {reason}', 'I’ve been worse.'], shy: ['I’m… fine, thank you. {reason}', 'Better, now that somebody asks.', 'Quite well… {reason}'],
    merry: ['Like a lamb in clover! {reason}', 'So well that it ought to be forbidden! {reason}', 'On top of the world, and the view is good!'], grave: ['I am well, thank you. {reason}', 'The day goes as it should{tail}. {reason}', 'I have what I need. {reason}'], dreamy: ['Like water that has found its level. {reason}', 'Somewhere between good and better{tail}.', 'Quiet inside, and a bit golden. {reason}'],
  },
  'how-bad': {
    warm: ['A bit worn, {you}, if I’m honest. {reason}', 'Not my best day, but a kind word helps. {reason}'], gruff: ['Don’t ask. {reason}', 'I’ve seen better days. {reason}'], shy: ['Not… not so very well. {reason}', 'I’m managing. {reason}'],
    merry: ['I’ve laughed more, I must say. {reason}', 'My good mood has gone for a walk without me. {reason}'], grave: ['I have known better days. {reason}', 'Not well, but it will pass. {reason}'], dreamy: ['Like a boat with nobody in it. {reason}', 'A bit faded today. {reason}'],
  },
  doing: {
    warm: ['Me? I’m {activity}. {Why}.', 'Just now, {you}, I’m {activity}. {Why}.'], gruff: ['What it looks like: {activity}.', '{Activity}. And now talking.'], shy: ['Me? Oh… {activity}. {Why}.', 'I was {doing}… I hope that’s all right.'],
    merry: ['{Activity}! Somebody has to, and I drew the short straw!', 'Can’t you tell? {Activity}! {Why}.'], grave: ['You find me {activity}. {Why}.', '{Activity}, since {why}.'], dreamy: ['I believe I am {activity}. {Why}.', '{Activity}… one begins, and then an hour is gone.'],
  },
  why: {
    warm: ['Because {why}. One does what’s needed.', '{Why}, you see, and I don’t mind.'], gruff: ['{Why}. Reason enough.', 'Why not? {Why}.'], shy: ['Oh… because {why}.', '{Why}… I think that’s why.'],
    merry: ['{Why}! What better reason is there?', 'There’s always a reason! {Why}!'], grave: ['For this reason: {why}.', '{Why}. Otherwise I would leave it.'], dreamy: ['I suppose because {why}.', '{Why}… or my hands simply began.'],
  },
  trade: {
    warm: ['I’m the {trade}, {you}. It’s tiring, but one is needed{tail}.', 'The {trade}. If you want one, you know where to look.'], gruff: ['{Trade}. It feeds me{tail}.', 'The {trade}. Don’t tell me you need something.'], shy: ['{Trade}. I… quite like it.', 'I’m the {trade}, at {workplace}. You needn’t come, but you could.', 'The {trade}… somebody has to be.'],
    merry: ['The {trade}, and the handsomest one within a day’s walk!', 'They call me the {trade}. When they’re polite, that is!'], grave: ['{Trade}. The work at {workplace} is mine to answer for.', 'I earn my bread as a {trade}.'], dreamy: ['I am the {trade}. Some mornings I have to remind myself.', '{Trade}, at {workplace}. The work thinks, and I watch it.'],
  },
  'trade-child': { any: ['I’m going to be a {trade} for ever, I’ve decided.', 'Nothing! Isn’t it wonderful?', 'I find things. Stones, mostly.'] },
  'trade-elder': {
    warm: ['I’ve done my share, {you}. Now I spoil other people’s children.', 'These days I shell peas and listen. Both need doing.'], gruff: ['Nothing. I’ve earned it.', 'I sit. It took {age} years to get good at it.'], shy: ['Nothing much any more… I whittle.', 'I keep out of the way, mostly, and mend a basket now and then.'],
    merry: ['I’m a master of sitting, and I take apprentices!', 'I used to work. Now I give advice, which is worse paid!'], grave: ['My work is done. I keep an eye on how others do theirs.', 'I worked as long as I could. Now I mend what comes by.'], dreamy: ['I watch the light go round the square. Somebody should.', 'The work let go of me, and I of it.'],
  },
  'trade-like': {
    warm: ['Most days, {you}. It’s good to be needed{tail}.', 'I do, really.'], gruff: ['It’s better than having none{tail}.', 'Like? It gets done.'], shy: ['I think so… it’s what I know.', 'Some of it, yes.'], merry: ['More than it likes me!', 'On good days I whistle, on bad days I whistle louder!'],
    grave: ['One comes to like what one does well{tail}.', 'It is mine, and that is enough.'], dreamy: ['When I forget that I’m doing it, yes.', 'It likes me, I think, and I’m polite about it.'],
  },
  age: {
    warm: ['{Age}, {you}, and it went by quickly.', '{Age}, and grateful for each of them.', 'I’m {age}. I never feel it.'], gruff: ['{Age}. Why?', '{Age}. What’s it to you?', '{Age}, last I counted.'], shy: ['{Age}… nearly {ageNext}.', 'I’m {age}. I don’t know if that’s much.', 'Oh… {age}.'],
    merry: ['{Age}! And don’t I carry it well!', 'Guess! No? {Age}, then!', '{Age}, but on feast days I’m half of that!'], grave: ['I am {age}.', '{Age}. One has seen a few things by then.', 'I have {age} years behind me.'], dreamy: ['{Age}, they tell me. No two of them the same length.', 'About {age}, counting the dull ones.', '{Age}, though some mornings I’d believe anything.'],
  },
  home: {
    warm: ['In {home}, {you}. Knock, if you’re ever cold.', '{Home}; that’s where you’ll find me at night.'], gruff: ['{Home}. Not that you’re invited.', 'Over in {home}.'], shy: ['My home is {home}… nothing to look at.', 'In {home}. It’s… cosy.'],
    merry: ['Where the smoke smells best: {home}!', 'My palace is {home}, and it leaks!'], grave: ['In {home}. I need no more than that.', 'You will find me in {home}, after dark.'], dreamy: ['{Home} keeps my bed and my shoes. The rest of me is out.', 'In {home}. I like how it creaks at night.'],
  },
  likes: {
    warm: ['A full table, and nobody in a hurry.', 'A kind word, given for nothing.', 'When the whole table laughs at once.'], gruff: ['Being left alone. Mostly.', 'Dry boots.', 'A shut door and my feet up.'], shy: ['Small things… a warm stone, a bird close by.', 'When it’s my turn and nobody stares.', 'Sitting at the edge of a feast, and listening.'],
    merry: ['Dancing badly with people who dance worse!', 'Market days, feast days, any day with noise in it!', 'To win at anything, and to crow about it!'], grave: ['Work well done, and a quiet evening after it.', 'When people keep their word.', 'To see a thing finished, and finished well.'], dreamy: ['Waking before the cock and lying still.', 'The moment when somebody begins to sing and thinks nobody hears.', 'The first lamp in a window, seen from outside.'],
  },
  'likes-person': { warm: ['An hour with {person}. It always does me good.'], gruff: ['{Person} is all right to be with.'], shy: ['I like it when {person} is there…'], merry: ['Anything, as long as {person} comes along!'], grave: ['The company of {person}.'], dreamy: ['{Person}, when {person} is quiet.'] },
  fears: {
    warm: ['Being of no use to anybody.', 'Bad news at the door, at night.', 'A fever in the house. That’s what I lie awake over.'], gruff: ['Fools with torches.', 'Debt.', 'Getting old and soft.'], shy: ['Being laughed at.', 'That I’ll say the wrong thing. Like now.', 'Deep water… and big dogs.', 'That somebody asks me to speak before everybody.'],
    merry: ['A quiet evening with nobody to talk to!', 'Geese. Laugh if you like; you haven’t met ours!', 'An empty barrel, and the sound it makes!', 'My own cooking!'], grave: ['That people stop keeping their word.', 'Fire in a dry summer.', 'To be a burden.', 'That a child of this place should go hungry.'], dreamy: ['Forgetting the faces of those who are gone.', 'Being awake when everything else sleeps.', 'Mirrors in the dark.', 'That I’ve dreamt all this, and must get up.'],
  },
  plans: { warm: ['I thought I might {next}, and then see who’s about.'], gruff: ['{Next}. Then sleep.'], shy: ['Maybe {next}… I haven’t dared to decide.'], merry: ['First to {next}, then to boast about it!'], grave: ['When this is done, it is time to {next}.'], dreamy: ['To {next}, if the day holds still for it.'] },
  family: {
    warm: ['{kin} I’d be lost without them.', '{kin} They’re a blessing, most days.'], gruff: ['{kin} They eat a lot.', '{kin} They know where I am.'], shy: ['{kin} I’m… lucky, I think.', '{kin} I don’t say it often, but I’m fond of them.'],
    merry: ['{kin} And each of them louder than me!', '{kin} You should see us at table!'], grave: ['{kin} We look after one another.', '{kin} One lives for them, in the end.'], dreamy: ['{kin} I look at them and see everybody who was before.', '{kin} We’re like stones in one stream.'],
  },
  'family-none': { warm: ['None of my own, {you}. I make do with neighbours.'], gruff: ['No. Fewer mouths.'], shy: ['No… it’s quiet at home.'], merry: ['None! All the porridge is mine!'], grave: ['They are gone. I do not speak of it much.'], dreamy: ['No. I’m the last page of that book.'] },
  friends: { warm: ['{Person} is very dear to me. {reasonLiked}'], gruff: ['{Person}, if you must have a name. {reasonLiked}'], shy: ['{Person}, I think… {reasonLiked}'], merry: ['{Person}, and heaven help us both! {reasonLiked}'], grave: ['I would name {person}. {reasonLiked}'], dreamy: ['{Person} and I can be silent together. {reasonLiked}'] },
  'of-self': { warm: ['You’ve found me, {you}. That’s {me}.'], gruff: ['That’s me. What about it?'], shy: ['{me}? I’m… that’s my name.'], merry: ['{me}! Nobody does {me} better than I do!'], grave: ['You speak of me to my face, at least.'], dreamy: ['I know {me} a little. We wake up together.'] },
  self: {
    warm: ['I’m {me}; I’ve never been anything else, {you}.'], gruff: ['I’m a {trade} with a sore back. Ask something sensible.'], shy: ['I’m only {me}… what else would I be?'], merry: ['I’m as real as a bill, and about as welcome!'], grave: ['I am a {trade}, born and named like anybody. There is no more to it.'], dreamy: ['I’m here as much as you are. Whether that’s much, I can’t say.'],
  },
}
