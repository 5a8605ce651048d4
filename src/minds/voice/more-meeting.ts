/** More ways to meet and to part: variants of the lines that are heard most, so that two people of one manner seldom share one. */
import type { Lines } from './manner.ts'

/** See `MEETING`. */
export const MORE_MEETING: { readonly [key: string]: Lines } = {
  'greet-first': {
    warm: ['Hello there, {you}! You must be thirsty after that road.', 'Good {part}! Forgive my staring; we see so few new faces.', 'Good {part}, {you}. You’re very welcome here.'],
    gruff: ['If you’re selling, no. If not, good {part}.', 'You have the look of somebody far from home.', 'Good {part}. I’m {me}. That’s all you need for now.'],
    shy: ['Oh, hello. I was only {doing}.', 'Good {part}… nobody told me that anybody was coming.', 'Oh… a new face. Good {part}.'],
    merry: ['Look what the road has brought us! Good {part}, {you}!', 'Aha, somebody who hasn’t heard my jokes! Come closer!', 'A new face! {village} will talk of nothing else until supper!'],
    grave: ['Good {part}. You have come a fair way, by your boots.', 'Welcome, {you}. I am {me}; speak plainly and we shall get on.', 'Good {part}, {you}. What can I do for you?'],
    dreamy: ['Oh… good {part}. I took you for a tree until you moved.', 'There you are, {you}. I did not know that I was waiting.', 'Good {part}. You brought a bit of the road in with you.'],
  },
  'greet-child': { any: ['Hello, {you}! I saw you first!', 'I’m {me}. I know all the hiding places here.', 'Hello! Your shoes are funny.'] },
  'greet-again': {
    warm: ['{Name}, you’re back! I’m very glad.', 'Good {part}, {name}! I was just thinking of you.', 'Come here, {name}, and let me look at you.'],
    gruff: ['{Name}. Still on your feet, I see.', 'Good {part}, {name}. Make it short, I’m {doing}.', 'So. {Name}.'],
    shy: ['{Name}… I hoped it was you.', 'Oh! {Name}. I was only {doing}, you’re not disturbing me.', 'It’s you, {name}. That’s… nice.'],
    merry: ['{Name}! Quick, tell me something I don’t know!', 'If it isn’t {name}! The day was getting dull without you!', '{Name}! I kept half a joke for you!'],
    grave: ['Good {part}, {name}. I am glad to see you whole.', '{Name}. You keep coming back; that speaks for you.', 'Welcome back, {name}.'],
    dreamy: ['{Name}… your steps sound the same as last time. Good.', 'Oh, {name}. The wind said somebody, but not who.', '{Name}. I had just put your name away, and now I need it again.'],
  },
  'greet-known': {
    warm: ['Good {part}! I know your face, but not yet your name.', 'There you are again, {you}. I’m glad.', 'Back again! That’s kind of you.'],
    gruff: ['You. I remember you.', 'Good {part}. Still nameless, I see.', 'So you’re still about.'],
    shy: ['Oh, it’s you… good {part}.', 'I thought I knew that step… hello.', 'You came back… hello.'],
    merry: ['My mysterious friend! Good {part}!', 'Back for more of my talk! I knew it!', 'The face without a name! Good {part}!'],
    grave: ['I know you by sight. Good {part}.', 'So you have come again, {you}.', 'Good {part}. We have met, though you gave no name.'],
    dreamy: ['A face I have kept, without a word to go with it. Hello.', 'Good {part}. I wondered where you went when you went.', 'Oh, you. I had nearly made up a name for you.'],
  },
  'greet-cold': { shy: ['Oh… you. I’d hoped you had gone.'], merry: ['You. And the {part} had begun so well.'], grave: ['I have not forgotten how we parted.'], dreamy: ['You again. Something in me goes and shuts a door.'] },
  'greet-in-talk': {
    warm: ['Hello again, {you}. Ask away.', 'And a hello to you. What’s on your mind?', 'Good {part}, {you}. It’s nice of you to stop.', 'Hello, {you}, hello. Do go on.', 'Yes, {you}, here I am.'], gruff: ['We’ve done that part.', 'Hm. Hello. Go on.', 'Good {part}. Well?', 'I heard you the first time.', 'Yes, yes. Good {part}.'], shy: ['Oh, hello again.', 'Y-yes? Hello.', 'Good {part}… what can I do for you?', 'Oh… good {part} to you, too.', 'Hello, {you}…'],
    merry: ['Hello, hello and hello! There, that’s three in store!', 'We could go on greeting all day, and I’d not mind!', 'Good {part}, good {part}! One can’t say it too often!', 'And a cheerful one to you, {you}!', 'Here I am, all ears and elbows!'], grave: ['Good {part} to you. I am listening.', 'We have greeted each other. What is it you wish?', 'Good {part}, {you}. Go on.', 'I hear you. What is it?', 'The same to you, {you}.'], dreamy: ['Hello… it comes back like an echo.', 'Yes, hello. One of us was saying something.', 'Good {part}… it’s a good one, isn’t it.', 'Here I am. Most of me.', 'Mm, good {part}. You sound like somebody I like.'],
  },
  'greet-neighbour': {
    warm: ['There you are, {name}! You look well.', 'Good {part}, {name}, my dear.'], gruff: ['Well, {name}.', 'You’re still about, {name}.'], shy: ['Hello, {name}… it’s nice to see you.', 'Good {part}, {name}…'], merry: ['{Name}! My favourite face of the day so far!', 'Ha, {name}! Come, stand in my sun!'],
    grave: ['A good {part} to you, {name}.', 'I am glad to see you, {name}.'], dreamy: ['Oh, {name}. You came along like a thought.', '{Name}. I heard you before I saw you.'],
  },
  farewell: {
    warm: ['Go safely, {you}, and eat something on the way.', 'I’m glad you stopped, {you}. Until soon.', 'Off you go, {you}. You’re always welcome here.'],
    gruff: ['Well. Don’t get lost.', 'Off with you, then.', 'Go on. I’ve things to do.'],
    shy: ['Come again… if you like.', 'Goodbye, {you}. It was nice, talking.', 'Oh, already? Well… goodbye.'],
    merry: ['Go on, {you}, before I start another story!', 'Until next time, {you}, and bring an appetite!', 'Farewell, {you}! Wave when you’re at the bend!'],
    grave: ['May the road be kind to you, {you}.', 'Go in peace, {you}. You know where to find me.', 'Farewell, {you}. It was good to speak.'],
    dreamy: ['Goodbye, {you}. I’ll hear your steps for a while yet.', 'Until the road bends back, {you}.', 'Go well, {you}. I’ll keep the place where you stood.'],
  },
  'farewell-cold': { warm: ['Then go. I would rather be alone.'], gruff: ['Go, then. And stay gone.'], shy: ['Yes… please go.'], merry: ['There’s the road. It’s all yours.'], grave: ['Then we are done.'], dreamy: ['Go. The air will clear.'] },
  busy: {
    warm: ['I could talk till dark, {you}, but nobody would do my work.'], gruff: ['Enough. I’ve stood here long enough.'], shy: ['I think… I ought to go on now.', 'They’ll be wondering where I am…'], merry: ['My tongue could go on, but my work is sulking! Off I go!'],
    grave: ['I have talked longer than I should. Forgive me.', 'There is work left, and light left. Excuse me.'], dreamy: ['Something I was doing is calling me back, quite softly.'],
  },
  'ask-name': {
    warm: ['I never asked: what is your name?', 'And what do they call you at home?'], gruff: ['What do they call you?', 'Your name?'], shy: ['Would you… tell me your name?', 'And… who are you?'], merry: ['A face like that has a name to it. Who are you?', 'What do they shout when supper’s ready? Your name, I mean?'],
    grave: ['I like to know whom I speak with. What is your name?', 'Who are you, if I may ask?'], dreamy: ['What do they call you, where you come from?', 'What word do you answer to? What is your name?'],
  },
  'ask-origin': {
    warm: ['And where is home, for you?', 'Do you come from far away?'], gruff: ['From far, are you?', 'Where did you walk from?'], shy: ['Where… where is home, for you?', 'Have you… come from far?'], merry: ['Which road spat you out? Where do you come from?', 'What country do they make travellers like you in?'],
    grave: ['From what country do you come?', 'Have you come from far?'], dreamy: ['Where is home, when you close your eyes?'],
  },
  'ask-purpose': {
    warm: ['What are you looking for, if I may ask?', 'And what brings you so far?'], gruff: ['What are you after?', 'And what are you here for?'], shy: ['Are you… looking for something?', 'What are you looking for, if I may…?'], merry: ['Are you after something, or only after my company?', 'And what brings you here, apart from your feet?'],
    grave: ['What do you seek in {village}?', 'What are you here for, {you}?'], dreamy: ['Is there something you are looking for?', 'What brings you here, the road or a reason?'],
  },
}
