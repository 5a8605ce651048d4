/** Lines for meeting and parting, and the questions people ask of a stranger. */
import { withMore, type Lines } from './manner.ts'
import { MORE_MEETING } from './more-meeting.ts'

/** Meeting someone never met. */
export const MEETING = withMore({
  'greet-first': {
    warm: ['Good {part}, {you}. I don’t think we have met; I am {me}.', 'Oh, a new face! Good {part}. You look as if you have walked a long way.', 'Welcome to {village}. Come closer, nobody bites here.'],
    gruff: ['You’re not from here.', 'What do you want? I am {doing}.', 'Hm. A stranger. Mind where you tread.'],
    shy: ['Oh! I… good {part}. I did not see you there.', 'G-good {part}. Are you… lost?', 'Um, hello. Did you mean me?'],
    merry: ['Ha, a traveller! Good {part}! {village} has not seen a new face in weeks.', 'Well met, well met! I’m {me}, and you have come on a fine {part}.', 'Stop a moment, {you}! Nobody passes {me} without a word.'],
    grave: ['Good {part}. I am {me}, the {trade} here. What is your business in {village}?', 'A stranger. You are welcome, as long as you keep the peace.', 'Good {part} to you. We do not see many on this road.'],
    dreamy: ['I wondered who would come out of that light. Good {part}, {you}.', 'Funny, I was just thinking that somebody would come.', 'Hello… you walked out of the {biome} as if it had thought of you.'],
    any: ['Good {part}, {you}.'],
  },
  'greet-child': { any: ['Hello! Are you from far away?', 'Who are you? I’m {me}.', 'You walk funny. Are you a real traveller?', 'Mama says not to talk to strangers, but you look all right.'] },
  'greet-again': {
    warm: ['{Name}! How good to see you again.', 'There you are, {name}. I was hoping you’d come by.', 'Good {part}, {name}. Sit, if you like, I’m only {doing}.'],
    gruff: ['You again, {name}.', '{Name}. Back, are you?', 'Hm, {name}. Well?'],
    shy: ['Oh, {name}… hello again.', '{Name}! I… I am glad it is you.', 'Hello, {name}. I remembered your name.'],
    merry: ['{Name}! Ha, I knew those boots!', 'Look who it is! {Name}, the wanderer!', 'Back again, {name}? {village} is growing on you!'],
    grave: ['{Name}. You are back.', 'Good {part}, {name}.', 'So we meet again, {name}.'],
    dreamy: ['{Name}… I dreamt somebody would come back, and here you are.', 'Ah, {name}. The road brought you round again.', 'Hello, {name}. You smell of far away.'],
    any: ['{Name}, good {part}.', 'It is you, {name}.'],
  },
  'greet-known': {
    warm: ['You again! Good {part}.', 'Ah, the traveller. Welcome back.'],
    gruff: ['You were here before.', 'Back again, and still no name.'],
    shy: ['Oh… hello. We spoke before, didn’t we?', 'Hello again. I… never learnt your name.'],
    merry: ['Ha, my nameless friend is back!', 'There’s that face again! Good {part}!'],
    grave: ['We have spoken before, I think. Good {part}.', 'You return. Good {part}.'],
    dreamy: ['I know your step. Good {part}.', 'You came back. People say they will, and do not.'],
    any: ['Good {part} again.'],
  },
  'greet-cold': {
    warm: ['Oh. It’s you. I have not forgotten what you said.'], gruff: ['You’ve got some nerve, coming back.', 'I’ve nothing to say to you.'], shy: ['Please… don’t shout at me again.'],
    merry: ['Well. I was in a good mood until now.'], grave: ['You were not kind when we last spoke.'], dreamy: ['The air was lighter a moment ago.'], any: ['You. What is it now?', 'I hoped you would walk past.'],
  },
  'greet-back': {
    warm: ['There you are, {you}. Ask away.', 'Good {part}! It does one good to be greeted.', 'Well, hello. Have you time for a word?', 'Good {part} to you, {you}. What’s on your mind?', 'And a hello to you. What can I do for you?', 'Hello, {you}. It’s nice of you to stop.', 'Good {part}, {you}. I’m listening.'], gruff: ['Morning, evening, whatever it is.', 'Well? Say it.', 'You’ve found your tongue. Go on.', '{Part}. Well?', 'Good {part}. What is it?', 'Hm. Hello. Go on.', 'Yes? What is it?'], shy: ['H-hello. I wasn’t sure you meant me.', 'Oh, hello. It’s only me.', 'Good {part}, yes… what is it?', 'Hello… what can I do for you?', 'Oh… good {part} to you, too.', 'Hello, {you}… yes?', 'Good {part}…'],
    merry: ['A greeting with teeth in it! Good {part}!', 'Hail, {you}! Sit, stand, talk!', 'There’s a voice one likes to hear of a {part}!', 'And a cheerful one to you, {you}!', 'Hello, hello! Now, what’s it to be?', 'Good {part}, good {part}! What brings you to my corner?', 'Here I am, all ears and elbows!'], grave: ['I greet you, {you}.', 'Be welcome. What is on your mind?', 'Good {part}. You have my ear.', 'Good {part} to you. I am listening.', 'The same to you, {you}. Speak freely.', 'Good {part}, {you}. What can I do for you?', 'A good {part}. What is it you wish?'], dreamy: ['Yes, it is a {part}, now that you say it.', 'Hello. The word hangs there a little.', 'Oh, you are really here. Good.', 'Hello… it comes back like an echo.', 'Good {part}… it’s a good one, isn’t it.', 'Here I am. Most of me.', 'Mm, good {part}. You sound like somebody I like.'], any: ['Good {part} to you, {you}.', 'Hello. What is it?'],
  },
  'greet-wrong-hour': { warm: ['{Wrong}, {you}? It’s {part} still, but good {wrong} to you, too.'], gruff: ['{Wrong}? It’s {part}. Well?'], shy: ['Good… {wrong}? I thought it was {part}.'], merry: ['{Wrong} already? Then I’ve missed my dinner! Good {part}!'], grave: ['It is {part} by my reckoning. Be greeted all the same.'], dreamy: ['Is it {wrong}? It looked like {part} to me.'], any: ['{Wrong}? It’s {part}. But good day to you.'] },
  'greet-in-talk': {
    warm: ['Hello, {you}. What can I do for you?', 'Yes, dear? I’m listening.'], gruff: ['Yes. What is it?', 'Hm. Yes?'], shy: ['Hello…', 'Yes? I’m here.'], merry: ['Hello, hello! Now, what’s it to be?', 'And hello to you once more!'], grave: ['Good {part}. Speak freely.', 'What can I do for you?'], dreamy: ['Hello. It is a nice word, isn’t it?', 'Mm? I’m here, mostly.'], any: ['Yes, {you}?', 'Hello.'],
  },
  'greet-neighbour': {
    warm: ['Good {part}, {name}! How are you keeping?', '{Name}, dear, how goes it?'], gruff: ['{Name}.', 'Still at it, {name}?'], shy: ['Oh, {name}. Hello.'], merry: ['{Name}! Just the one I wanted to see!', 'Hey there, {name}!'],
    grave: ['Good {part}, {name}.', '{Name}. All well?'], dreamy: ['{Name}, did you see the sky today?'], any: ['Good {part}, {name}.'],
  },
  // questions that neighbours know how to answer
  'ask-back': { warm: ['And how is the work, {name}, my dear?', 'I hope you slept well. How are yours, {name}?'], gruff: ['Heard any news, {name}?', 'How’s the work, {name}?'], shy: ['And… how are yours, {name}?', 'Did you… sleep well, {name}?'], merry: ['Any gossip, {name}?', 'And how’s the work, {name}?'], grave: ['How is the work, {name}?', 'How are yours, {name}?'], dreamy: ['Did you sleep well, {name}?', 'Have you heard anything, {name}?'], any: ['And how is the work, {name}?', 'Did you sleep well, {name}?', 'Have you heard anything, {name}?', 'How are yours, {name}?'] },
  farewell: {
    warm: ['Go well, {you}. Come by again, will you?', 'Take care of yourself, {you}.', 'Goodbye, {you}. It was good to talk.'],
    gruff: ['Right. Off you go.', 'Hm. Goodbye, then.', 'Mind the road.'],
    shy: ['Oh… goodbye, then. Thank you for talking with me.', 'Goodbye, {you}. I… yes. Goodbye.', 'Safe way.'],
    merry: ['Off already? Come back with a story, {you}!', 'Farewell, {you}! Don’t let the road forget you!', 'Ha, go on then! Until the next time!'],
    grave: ['Go safely, {you}.', 'Farewell. Keep to the road after dark.', 'Until we meet again.'],
    dreamy: ['Goodbye, {you}. Look back once; the village is prettiest from the road.', 'Everything leaves. Some of it comes back. Goodbye, {you}.', 'Go gently, {you}.'],
    any: ['Goodbye, {you}.', 'Farewell, {you}.', 'Until next time.'],
  },
  'farewell-cold': { any: ['Good. Go.', 'Don’t hurry back.', 'Yes. Leave me be.', 'This talk is over.'] },
  busy: {
    warm: ['Forgive me, {you}, I really must get back: I was {doing}.', 'I’d stay and talk, but {why}. Another time?'],
    gruff: ['I’ve work to do. That’s enough.', 'Talk won’t do my work for me.'],
    shy: ['I… I should go on with my work now. Sorry.'],
    merry: ['Ha, you’d keep me here till supper! I must be off, {you}.'],
    grave: ['Duty does not wait. We can speak later.'],
    dreamy: ['The day is running away from me. I must run after it.'],
    any: ['I must get on with things now. Goodbye, {you}.'],
  },
  'ask-name': {
    warm: ['What may I call you?', 'And what is your name?'], gruff: ['And who are you?', 'You have a name?'], shy: ['May I… ask your name?', 'What… what is your name?'], merry: ['And whom do I have the pleasure of boring? Your name!', 'Out with it, what is your name?'],
    grave: ['What is your name, if I may ask?', 'Tell me your name, so that I know with whom I speak. Who are you?'], dreamy: ['What is the name you go by?', 'Everything has a name. What is your name?'], any: ['What is your name?'],
  },
  'ask-origin': {
    warm: ['Where do you come from?', 'Have you come from far?'], gruff: ['Where do you come from, then?'], shy: ['Do you… come from far away?'], merry: ['And where did you start out from?'], grave: ['Where do you come from?'], dreamy: ['Where did you come from, before the road?', 'What country did you walk out of?'], any: ['Where do you come from?'],
  },
  'ask-purpose': {
    warm: ['What brings you to {village}?'], gruff: ['What are you looking for here?'], shy: ['What… brings you here?'], merry: ['And what brings you to our corner of the world?'], grave: ['What brings you to {village}?'], dreamy: ['What do you seek out here?'], any: ['What brings you here?'],
  },
} as const satisfies { readonly [key: string]: Lines }, MORE_MEETING)
