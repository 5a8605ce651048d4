/** Lines in which a person speaks of itself. */
import { withMore, type Lines } from './manner.ts'
import { MORE_SELF } from './more-self.ts'

/** Answers about oneself. */
export const SELF = withMore({
  name: {
    warm: ['I’m {full}. Everybody here just says {me}.', '{me}, {full} if you want all of it.'], gruff: ['{full}. What of it?', '{me}. The {trade}.'], shy: ['I’m… {me}. Just {me}.', '{me}. It was my grandmother’s choice.'],
    merry: ['{full}, the best {trade} in {village}, also the only one!', '{me}! Shout it and I come, whisper it and I come faster.'], grave: ['My name is {full}.', 'I am {full}, {trade} of {village}.'], dreamy: ['They call me {me}. I have never been sure it fits.', '{full}. It sounds longer than I feel.'], any: ['I am {full}.'],
  },
  'name-child': { any: ['I’m {me}! I’m {age}.', '{me}. And I’m nearly {ageNext}.'] },
  'name-elder': { any: ['{full}. I have been {me} for {age} years and got used to it.', 'I’m old {me}. {full}, when I was somebody.'] },
  'how-good': {
    warm: ['I’m well, thank you for asking. {reason}', 'Very well, {you}, thank you.'], gruff: ['Can’t complain. {reason}', 'I stand and I walk. Good enough.'], shy: ['Oh… quite well, I think. {reason}', 'I am all right. Thank you.'],
    merry: ['Never better{tail}! {reason}', 'Splendid, {you}! If I were any better I’d be singing.'], grave: ['Well enough. {reason}', 'I have no cause to complain.'], dreamy: ['Light as a feather today. {reason}', 'I feel like a window somebody has just cleaned.'], any: ['Well, thank you. {reason}'],
  },
  'how-bad': {
    warm: ['Ah, I’ve had better days. {reason}', 'I’ll be honest with you: not so well. {reason}'], gruff: ['Bad. {reason}', 'How do I look? {reason}'], shy: ['I… not so well. {reason}', 'I don’t like to complain, but… {reason}'],
    merry: ['Oh, I laugh so that I don’t grumble. {reason}', 'Half a mind to go back to bed! {reason}'], grave: ['It is not my best day. {reason}', 'I will manage. {reason}'], dreamy: ['Grey inside. {reason}', 'Like a room with the fire gone out. {reason}'], any: ['Not so well. {reason}'],
  },
  doing: {
    warm: ['I’m {activity}. {Why}.', 'Just {activity}, as you see. {Why}.'], gruff: ['{Activity}. You have eyes.', '{Activity}. {Why}.'], shy: ['I’m only {activity}. {Why}, you see.', 'Nothing much… {activity}.'],
    merry: ['{Activity}, and talking to you, which is the better part! {Why}.', 'What does it look like? {Activity}!'], grave: ['I am {activity}. {Why}.', '{Activity}, as every day at this hour.'], dreamy: ['{Activity}, they’d say. I say I’m listening to the day go by.', '{Activity}. My hands do it; I am somewhere else.'], any: ['I’m {activity}.'],
  },
  why: {
    warm: ['Why? {Why}, that’s all there is to it.'], gruff: ['Because {why}.', 'Why, why. {Why}.'], shy: ['Well… {why}.'], merry: ['Because {why}! And because nobody stopped me!'], grave: ['{Why}. That is reason enough.', 'Because {why}.'], dreamy: ['{Why}. At least that is what I tell myself.'], any: ['Because {why}.', '{Why}, that is why.'],
  },
  // the reason was told with the doing
  'why-told': { warm: ['That’s all the reason there is, {you}.', 'For no more than that, {you}.'], gruff: ['I told you why.', 'You heard me.'], shy: ['Just… because of that.', 'There’s no more to it, I think.'], merry: ['There’s no deeper secret behind it!', 'Isn’t that reason enough?'], grave: ['For the reason I gave you.', 'That is the whole reason.'], dreamy: ['There’s nothing behind it. I looked.', 'Does it need another reason? It came with that one.'], any: ['For that reason.'] },
  trade: {
    warm: ['I’m the {trade}. I work at {workplace}; come and see it.', '{Trade}, that’s me. It feeds us and I like the people it brings.'], gruff: ['{Trade}. Somebody has to{tail}.', 'I’m the {trade}. It’s hard and it’s honest{tail}.'], shy: ['I’m… the {trade} here. I am not bad at it, they say.'],
    merry: ['The {trade}! {village} would fall over without me, ask anybody. No, don’t ask.', '{Trade} by day, storyteller by evening.'], grave: ['I am the {trade} of {village}, as well as I can be.', 'A {trade}. One learns it slowly{tail}.'], dreamy: ['{Trade}. My hands know it better than I do.', 'They say {trade}. I’d rather say I keep a small piece of the world in order.'], any: ['I’m the {trade}.', 'I am a {trade}. I work at {workplace}.'],
  },
  'trade-child': { any: ['I’m too little for a trade! But I help sometimes.', 'I play. And I fetch things. Mostly I play.'] },
  'trade-elder': { any: ['I’ve done my share. Now I sit, whittle, and tell the young they are wrong.', 'My working days are over. I mend what comes by.'] },
  'trade-like': { warm: ['I do. It’s tiring, but you see at evening what you did.'], gruff: ['It’s work. Nobody asks the ox.'], shy: ['Yes… when nobody watches me, I do.'], merry: ['Like it? I’d do it for nothing, but don’t tell the others!'], grave: ['It suits me. Things should be done properly.'], dreamy: ['Some days it sings. Other days it is just heavy.'], any: ['Most days, yes.'] },
  'people-here': { warm: ['There’s {list}, and more whom you’ll meet, {you}.', '{list}; and those are only the nearest.'], gruff: ['{list}. And more.', '{list}. Go and see for yourself.'], shy: ['There’s {list}… and some others.', '{list}, I think… and more.'], merry: ['Oh, there’s {list}, and a few I’ve forgotten on purpose!', '{list}, and that’s only those I owe money!'], grave: ['{list}, and others besides.', 'There is {list}. The others you will see.'], dreamy: ['There’s {list}… and some one only hears.', '{list}. They come and go like weather.'], any: ['There’s {list}, and others besides.'] },
  'like-here': { warm: ['I do, {you}. One knows everybody, and is known.', 'It’s home. I wouldn’t be anywhere else.'], gruff: ['It’s where I live.', 'There are worse places. I’ve heard of them.'], shy: ['Yes… it’s quiet, mostly.', 'I think so… I’ve never been elsewhere.'], merry: ['{village}? I’d marry it, if it asked!', 'Like it? Have you smelt it at supper time?'], grave: ['I was given it, and I look after my part of it.', 'It suits me. One belongs somewhere.'], dreamy: ['In the evening, yes, when it goes blue.', 'I like that it’s still here every morning.'], any: ['I do. It is home.'] },
  age: { warm: ['{Age}, though you needn’t pass it on.'], gruff: ['{Age}. Old enough.'], shy: ['I’m {age}… why?'], merry: ['{Age}, and I’d sell you a few of them!'], grave: ['{Age} years, with luck.'], dreamy: ['{Age} winters. The summers I never counted.'], any: ['I am {age}.'] },
  home: { warm: ['I live in {home}. The door is seldom shut.'], gruff: ['In {home}. Why do you want to know?'], shy: ['In {home}… it’s small.'], merry: ['In {home}! You’ll know it by the noise.'], grave: ['My home is {home}. I was born in {village}.'], dreamy: ['I sleep in {home}. I live more out here.'], any: ['I live in {home}.'] },
  likes: {
    warm: ['I like an evening with people round the fire.', 'Honestly? When somebody comes back who said they would.'], gruff: ['Quiet.', 'A job that’s finished.'], shy: ['The hour before anybody is up.', 'I like… when someone asks. Like now.'], merry: ['Singing, and I don’t care who hears!', 'A good story, a bad joke, and supper.'],
    grave: ['Things in their place.', 'I would like to see the young do well. That is all.'], dreamy: ['Mist on the fields. You think the world has been rubbed out, and then it comes back.', 'The sound of rain from indoors.'], any: ['Simple things.', 'A day when all goes as it should.'],
  },
  'likes-person': { any: ['I like being with {person}, if you must know.', 'Time with {person}. That is what I’d choose.'] },
  fears: {
    warm: ['That something happens to mine. What else?'], gruff: ['Nothing I’d tell you.', 'Bad winters. Anyone with sense does.'], shy: ['Many things… shouting, most of all.', 'The dark between the houses.'], merry: ['Running out of things to laugh about!'], grave: ['To leave work undone when my time comes.'], dreamy: ['That one day nobody looks this way, and we all stop being.'], any: ['A hard winter, like everybody.'],
  },
  plans: { warm: ['First I’ll go on {activity}, and after that I may {next}.'], gruff: ['Finish this. Then {next}.', 'What I do every day.'], shy: ['I think I’ll {next}… if nobody needs me.'], merry: ['After this? I’ll {next}, and if there’s time left, nothing at all!'], grave: ['I shall {next}; that is what the day asks.'], dreamy: ['I’ll {next}, or it will simply happen to me.'], any: ['I mean to {next}.', 'Going on {activity}, for now.'] },
  family: { warm: ['{kin} They are all I need.', '{kin} You’ll meet them if you stay a while.'], gruff: ['{kin} That’s enough of them.'], shy: ['{kin} They are kind to me.'], merry: ['{kin} A house full, and none of them quiet!'], grave: ['{kin} I answer for them.'], dreamy: ['{kin} We grew out of one another like branches.'], any: ['{kin}'] },
  'family-none': { warm: ['There’s nobody left of mine, but the village is family enough.'], gruff: ['None. I manage.'], shy: ['There’s… only me.'], merry: ['Not a soul! Free as a bird and just as well fed.'], grave: ['I have no kin left here.'], dreamy: ['They are all in the ground or over the hills.'], any: ['I have no family here.'] },
  friends: { any: ['I get on best with {person}. {reasonLiked}', '{person}, I’d say. {reasonLiked}'] },
  'of-self': { warm: ['Of {me}? That’s me, {you}. I do my best.'], gruff: ['You’re talking to {me}.'], shy: ['That’s… that’s me.'], merry: ['{me}? A wonderful person, I hear. Standing right here!'], grave: ['I am {me}. Judge for yourself.'], dreamy: ['{me}… I wear that name. Some days it’s too big.'], any: ['That’s me you’re asking about.', 'I am {me}.'] },
  self: {
    warm: ['What a question! I’m {me}, and I am as real as my sore feet.', 'I am flesh and bread and worry, like anybody.'], gruff: ['Pinch yourself, not me. Real enough to be annoyed.', 'I don’t know what you’re talking about.'], shy: ['I… don’t understand. Have I done something strange?', 'That’s an odd thing to say to somebody.'],
    merry: ['Ha! If I’m a dream, somebody dreamt me hungry!', 'I’ve been called many things, but never that!'], grave: ['I eat, I work, I will die. Call that what you like.', 'I do not know those words. I am {full} of {village}.'], dreamy: ['Sometimes I think I only am while somebody looks. But then my back itches, and I am sure.', 'To be is to be seen, the old keeper used to say. You see me, don’t you?'], any: ['I don’t know what you mean. I am {full}.'],
  },
} as const satisfies { readonly [key: string]: Lines }, MORE_SELF)
