/** Inner lines: what goes through a head and is not said. At most 120 characters once filled. */
import type { Lines } from './manner.ts'

/** Thoughts by what gives rise to them. */
export const INNER = {
  food: { warm: ['I could eat. I hope there’s enough for all of us.'], gruff: ['My stomach’s growling louder than the dog.'], shy: ['I’m hungry, but I don’t want to ask.'], merry: ['Supper, supper, where art thou?'], grave: ['I should eat before I go on.'], dreamy: ['I’ve forgotten to eat again.'], any: ['I’m hungry. It gets hard to think of anything else.'] },
  rest: { warm: ['My legs ache. A little longer, then home.'], gruff: ['Tired. Everybody wants something and I want my bed.'], shy: ['If I could only lie down where nobody looks.'], merry: ['I’d dance, if my knees agreed.'], grave: ['I have slept too little. It shows in the work.'], dreamy: ['I’m half asleep already; the edges of things are soft.'], any: ['I am tired to the bone.'] },
  company: { warm: ['I miss a voice. I’ll look in on somebody.'], gruff: ['Too quiet. I won’t admit it.'], shy: ['I wish somebody would speak to me first.'], merry: ['Not a soul to talk to! I’ll burst.'], grave: ['One should see one’s people more often.'], dreamy: ['I talk to the walls, and they are getting bored.'], any: ['I have been alone too long today.'] },
  duty: { warm: ['They count on me. I should get back to it.'], gruff: ['Work’s waiting and I stand about.'], shy: ['If I don’t get it done they’ll notice.'], merry: ['Work calls. I pretend to be deaf a bit longer.'], grave: ['There is work left. I don’t like it lying there.'], dreamy: ['I was meant to do something. It’ll come back to me.'], any: ['I should be at my work.'] },
  safety: { any: ['Something isn’t right here. I want to be indoors.', 'My neck prickles. Who is there?', 'I’d feel better with a wall at my back.'] },
  shelter: { any: ['I want a roof over me before I’m soaked.', 'This weather creeps into the bones. Home.', 'Wet collar, wet mood.'] },
  content: { warm: ['It’s a good day. I should say so more often.'], gruff: ['Nothing’s wrong, for once. Suspicious.'], shy: ['Nobody wants anything from me just now. Lovely.'], merry: ['What a day! I could hug the well.'], grave: ['All in order. So it should be.'], dreamy: ['If I stand very still, the day may not notice and stay.'], any: ['A quiet {part}. I’m content.', 'The light is good today. One could stay out for ever.', 'Somebody is baking. I can smell it from here.', 'Tomorrow may be a day like this, with luck.'] },
  low: { any: ['I can’t shake this heaviness today.', 'Everything is a little too far away.', 'I’ll smile, and then nobody asks.'] },
  work: { warm: ['{Activity}. Somebody will be glad of it.'], gruff: ['{Activity}, again. At least it doesn’t talk.'], shy: ['{Activity}. This I can do well.'], merry: ['{Activity}, and humming while nobody listens.'], grave: ['{Activity}. Do it right or do it twice.'], dreamy: ['{Activity}. My hands know; I watch.'], any: ['{Activity}. It goes well enough.', 'A little more, and this is done.', '{Why}. So here I am.'] },
  person: { any: ['I wonder how {person} is getting on.', '{Person} was on my mind just now. Odd.', 'I should speak to {person} before the day is out.'] },
  'person-bad': { any: ['If {person} comes this way, I’ll go the other.', 'I still hear what {person} said.'] },
  memory: { any: ['I keep thinking of it: {item}', 'It comes back to me: {item}'] },
  player: { warm: ['I hope {name} is all right, out there alone.'], gruff: ['{Name} again in my head. Hm.'], shy: ['I should have said more to {name}.'], merry: ['I must tell {name} the one about the goose.'], grave: ['{Name} asks many questions. I wonder why.'], dreamy: ['{Name} came out of nowhere. Perhaps we all did.'], any: ['I wonder where {name} is now.'] },
  'player-fact': { any: ['{Name} and that {object}… I should keep my eyes open.', '“{object}”, {name} said. I can’t get it out of my head.'] },
  'on-stranger': { warm: ['A new face. Looks tired, poor soul.'], gruff: ['What does this one want from me?'], shy: ['Don’t stammer. Don’t stammer.'], merry: ['A stranger! At last something to tell tonight.'], grave: ['Polite, so far. I’ll be careful all the same.'], dreamy: ['There’s something unfinished about this one.'], any: ['I don’t know what to make of this stranger yet.'] },
  'on-friend': { warm: ['I’m glad {name} came back.'], gruff: ['{Name} again. Could be worse.'], shy: ['{Name} remembered me!'], merry: ['{Name}! The day is saved.'], grave: ['{Name} keeps coming back. That counts for something.'], dreamy: ['{Name} again. The road bends this way, it seems.'], any: ['It is good to see {name}.'] },
  'on-hurt': { warm: ['What did I do to deserve that?'], gruff: ['One more word and I forget myself.'], shy: ['I want to go home.'], merry: ['Keep smiling. Don’t let it show.'], grave: ['I will not forget that.'], dreamy: ['That went in deep.'], any: ['That stung more than I’ll let on.'] },
  'on-afraid': { any: ['Stay calm. Who is near enough to hear me?', 'I must get away from here, slowly.', 'My heart is in my mouth.'] },
  'on-pleased': { any: ['That was kind. I did not expect it.', 'Well! That warms one.', 'Perhaps this one is all right.'] },
  'on-sorry-for': { any: ['Poor thing, with that {object}.', 'I’d not like to be without my {object}, either.', 'I’ll ask around about the {object}.'] },
  'on-name': { any: ['{Name}. I must not forget that.', '{Name}. So that’s the name that goes with the face.', 'A name at last: {name}.'] },
  'on-curious': { any: ['Why does {name} want to know that?', 'So many questions. I rather like it.', 'What is {name} really after?'] },
  'on-unknown': { any: ['I’ve no idea, and I hope it doesn’t show.', 'I should know that. Who could I ask?', 'Better to say nothing than something false.'] },
  'on-tired-of-talk': { any: ['We have talked long enough. How do I get away politely?', 'My work, my work. And I stand here talking.', 'I’ve run out of words for today.'] },
  'on-topic': { any: ['Funny that {name} brings that up.', 'I’ll be turning that over tonight.', 'Did I say too much just now?', 'That was easier to say than I thought.'] },
  'on-opinion': { any: ['Careful now, word gets back to {person}.', 'What do I really think of {person}? More than I said.'] },
  parting: { any: ['Off {name} goes. And I go on.', 'That was that. Where was I?', 'I wonder whether {name} will come back.'] },
} as const satisfies { readonly [key: string]: Lines }
