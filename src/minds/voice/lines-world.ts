/** Lines about places, people, weather, news and what happened. */
import type { Lines } from './manner.ts'

/** Answers about the world. */
export const WORLD = {
  where: {
    warm: ['{Thing}? {Distance} to the {direction}, you can’t miss it.', 'Go {direction}, {distance}, and you’re at {thing}.'], gruff: ['{Direction}. {Distance}.', '{Thing}: {direction}. Walk.'], shy: ['I think… {direction} from here. {Distance}.'], merry: ['{Thing}! Nose to the {direction}, {distance}, and stop when you bump into it!'],
    grave: ['{Thing} lies {direction} of here, {distance}.'], dreamy: ['{Direction}, where the light goes at this hour. {Distance} to {thing}.'], any: ['{Thing} is to the {direction}, {distance}.'],
  },
  'where-here': { any: ['You’re standing by it.', 'Right here, {you}.', 'Turn round, you’re there.'] },
  'where-person': { warm: ['{Person}? {seen}', 'You want {person}? {seen}'], gruff: ['{seen}'], any: ['{Person}… {seen}', '{seen}'] },
  'where-unknown': {
    warm: ['I’m sorry, I don’t know of any {topic} here. {ask}', '{Topic}? Not that I know of. {ask}'], gruff: ['Never heard of it.', 'No idea. Not here.'], shy: ['I… don’t know. I’m sorry. {ask}'], merry: ['{Topic}? If we have one, somebody hid it from me! {ask}'],
    grave: ['I know of no {topic} in these parts. {ask}'], dreamy: ['{Topic}… no. Though I may have dreamt of one.'], any: ['I don’t know where that would be. {ask}'],
  },
  person: {
    warm: ['{Person}? The {theirTrade}. {relation}', 'Ah, {person}! {relation} The {theirTrade}, lives in {theirHome}.'], gruff: ['{Person}. {TheirTrade}. {relation}', 'The {theirTrade}. {relation}'], shy: ['{Person} is the {theirTrade}… {relation}'], merry: ['{Person}! Our {theirTrade}! {relation}'],
    grave: ['{Person} is the {theirTrade}, and lives in {theirHome}. {relation}'], dreamy: ['{Person}… the {theirTrade}. {relation}'], any: ['{Person} is the {theirTrade}. {relation}'],
  },
  'person-unknown': {
    warm: ['I don’t know anyone by that name, I’m sorry.', '{Topic}? I can’t put a face to that.'], gruff: ['Don’t know them.', 'Nobody of that name here.'], shy: ['I don’t think I know… {topic}?'], merry: ['{Topic}? Not one of ours, and I know all of ours, to my cost!'], grave: ['I know nobody called {topic}.'], dreamy: ['{Topic}… a nice sound. But no face comes with it.'], any: ['I don’t know anybody called {topic}.', 'That name tells me nothing.'],
  },
  'opinion-good': { warm: ['{Person} has a good heart. {lately}', 'I’m fond of {person}. {lately}'], gruff: ['{Person}’s all right. {lately}'], shy: ['I like {person}… {lately}'], merry: ['{Person}? Salt of the earth! {lately}'], grave: ['{Person} can be relied on. {lately}'], dreamy: ['{Person} makes a room warmer. {lately}'], any: ['I think well of {person}. {lately}'] },
  'opinion-bad': { warm: ['{Person} and I… let us say we greet each other. {lately}'], gruff: ['Can’t stand {person}. {lately}'], shy: ['I’d rather not say… {person} frightens me a little. {lately}'], merry: ['{Person}? I laugh louder when {person} is out of the room. {lately}'], grave: ['I keep my distance from {person}. {lately}'], dreamy: ['There is a cold wind round {person}. {lately}'], any: ['I do not care much for {person}. {lately}'] },
  'opinion-even': { warm: ['{Person} is decent, as far as I know.'], gruff: ['{Person} does the work. I’ve no opinion.'], shy: ['{Person}? I hardly know what to say.'], merry: ['{Person}? Neither sweet nor sour, like porridge!'], grave: ['I have no quarrel with {person}.'], dreamy: ['{Person}… we pass each other like clouds.'], any: ['I neither like nor dislike {person}.'] },
  'weather-clear': { warm: ['A blessing of a day, isn’t it?'], gruff: ['Dry. Good for work.'], shy: ['It’s… nice, the sun.'], merry: ['Not a cloud! The sky has been swept!'], grave: ['Clear. It will hold, I think.'], dreamy: ['You can see so far that you forget where you are.'], any: ['Fine weather for {season}.', 'Clear skies. We should use them.'] },
  'weather-cloudy': { warm: ['A few clouds, nothing to worry about.'], gruff: ['Clouds. So what.'], merry: ['Clouds like sheep, and not one to shear!'], grave: ['Some cloud. It may go either way.'], dreamy: ['I’ve been reading the clouds. They say nothing, beautifully.'], any: ['Some clouds, but dry.', 'Cloudy, but it will hold.'] },
  'weather-overcast': { warm: ['Grey, but grey days are for company.'], gruff: ['Grey. It’ll rain before long.'], merry: ['Grey as my socks!'], grave: ['A heavy sky. I would not start a long walk.'], dreamy: ['The sky has come down to listen.'], any: ['Overcast. Rain is not far, I think.', 'A grey day.'] },
  'weather-rain': { warm: ['Come under a roof, {you}, you’ll catch your death.'], gruff: ['It’s raining. As you see.'], shy: ['I don’t mind the rain… not so much.'], merry: ['Free washing for everybody!'], grave: ['The fields need it, even if we do not.'], dreamy: ['I like how rain makes everyone small.'], any: ['Rain. Good for the fields, bad for boots.', 'Wet, as you see.'] },
  'weather-mist': { warm: ['Mind your step in this mist.'], gruff: ['Can’t see my own door.'], merry: ['I greeted a post this morning, in this mist!'], grave: ['Mist. Stay on the road.'], dreamy: ['In mist everything has to be believed in.'], any: ['Misty. It should lift.', 'Thick mist today.'] },
  time: { warm: ['It’s {part}, {you}.'], gruff: ['{Part}. Look at the sun.'], merry: ['{Part}, and later than I’d like!'], dreamy: ['{Part}… the {season} is going by.'], any: ['It is {part}, in {season}.', '{Part}. The {day} day since I began counting.'] },
  place: { warm: ['This is {village}. {lore}', 'You’re in {village}, {you}. {lore}'], gruff: ['{village}. {lore}', '{village}. We live by {settlementTrade}.'], shy: ['This is {village}… {lore}'], merry: ['{village}, pearl of {region}! {lore}'], grave: ['This is {village}, in {region}. We live by {settlementTrade}. {lore}'], dreamy: ['{village}. Say it slowly. {lore}'], any: ['This is {village}. {lore}', 'We live by {settlementTrade} here. {lore}'] },
  lore: { warm: ['The old people tell it so: {lore}'], gruff: ['They say: {lore} Believe it or not.'], shy: ['I was told… {lore}'], merry: ['Listen to this: {lore}'], grave: ['It is remembered here: {lore}'], dreamy: ['There is an old saying: {lore}'], any: ['{lore}'] },
  'lore-none': { any: ['I have told you all the stories I know.', 'That’s all that is told here. The rest nobody wrote down.'] },
  neighbours: { any: ['{neighbour} lies to the {direction}, {distance}.', 'The nearest place is {neighbour}, {direction} of here, {distance}.', 'Go {direction} long enough and you reach {neighbour}; {distance}, I’d say.'] },
  'neighbours-none': { any: ['Nothing but {region} for as far as I have walked.'] },
  news: { warm: ['Well, {item}'], gruff: ['{Item}'], shy: ['I… {item}'], merry: ['Oh, listen: {item}'], grave: ['This much I know: {item}'], dreamy: ['Something small: {item}'], any: ['{Item}'] },
  'news-none': { warm: ['Nothing, thank heavens. Quiet days.'], gruff: ['Nothing happens here. That’s why I stay.'], shy: ['I haven’t heard anything…'], merry: ['Nothing! You are the news, {you}!'], grave: ['Nothing worth repeating.'], dreamy: ['Only the light changing.'], any: ['No news today.', 'Nothing new that reached me.'] },
  recalled: { warm: ['Let me think… {item}'], gruff: ['{Item} That’s what I know.'], shy: ['I think… {item}'], merry: ['Oh, that I know! {Item}'], grave: ['{Item} I am sure of that much.'], dreamy: ['It comes back to me: {item}'], any: ['{Item}', 'As I remember it: {item}'] },
  'told-already': { warm: ['What I told you is all I know of it, {you}.'], gruff: ['Told you already.'], shy: ['I… that’s all I know about it.'], merry: ['You’ve had the whole story from me already!'], grave: ['I have told you what I know of that.'], dreamy: ['I gave you all of that story. There is no more in me.'], any: ['I’ve told you what I know about that.', 'There’s nothing to add to what I said.'] },
  'aside-clear': { any: ['A fine day to be out, at least.', 'And such a day for it!', 'At least the sky is kind today.'] },
  'aside-cloudy': { any: ['It may cloud over yet.', 'The clouds can’t make up their minds today.'] },
  'aside-overcast': { any: ['It smells of rain, don’t you think?', 'Such a grey lid on everything today.'] },
  'aside-rain': { any: ['You’re getting wet, by the way.', 'This rain won’t stop for us.'] },
  'aside-mist': { any: ['One hardly sees the next roof in this mist.', 'Mind the ditch, in this mist.'] },
  unknown: {
    warm: ['I don’t know, and I won’t make something up for you. {ask}', 'That I couldn’t tell you, {you}. {ask}'], gruff: ['Don’t know.', 'How would I know? {ask}'], shy: ['I’m sorry, I really don’t know. {ask}', 'I… no. Nobody told me.'], merry: ['You’ve got me there! Not a crumb of an idea. {ask}', 'If I knew that I’d be telling it all over {village}!'],
    grave: ['I do not know. {ask}', 'I saw nothing and heard nothing of it.'], dreamy: ['That is one of the things I never learnt. {ask}', 'No. But it’s a good question to fall asleep on.'], any: ['I don’t know. {ask}', 'I know nothing of that.'],
  },
  'source-told': { any: ['{source} told me.', 'I have it from {source}.', '{source} said so; whether it is true, I can’t swear.'] },
  'source-saw': { any: ['Nobody told me. I saw it with my own eyes.', 'I was there myself.'] },
  'source-none': { any: ['I know it as one knows things here. Nobody told me in particular.', 'I couldn’t say who told me. It’s just known here.'] },
} as const satisfies { readonly [key: string]: Lines }
