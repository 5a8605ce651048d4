/** Jokes, riddles and songs: some that everybody knows, some of each culture’s own. */

/** A riddle, the words that solve it, and its answer as it is said. */
export type Riddle = { asks: string; solves: RegExp; answer: string }

/** What one culture has; `any` is everybody’s. */
type Repertoire = { jokes: readonly string[]; riddles: readonly Riddle[]; songs: readonly string[] }

const OWN: { readonly [culture: string]: Repertoire } = {
  any: {
    jokes: [
      'A man asks the miller: “Is your donkey lazy?” – “No,” says the miller, “he only thinks longer than he walks.”', 'Two goats eat a rope. Says one: “The last one had a better end.”', 'A traveller asks a child how far it is to the next village. “A thousand steps,” says the child, “if you don’t turn back.”',
      'The smith’s boy says: “Master, the iron is hot.” – “How do you know?” – “I asked my thumb.”', 'Why does the hen cross the lane? Because nobody told her that it is only a lane.', 'A woman buys a deaf dog. “Does he come when called?” – “Never,” says the trader, “but he is never late.”',
    ],
    riddles: [
      { asks: 'I run all day and never leave my bed. What am I?', solves: /\b(?:river|stream|brook|beck|water)\b/i, answer: 'a river' }, { asks: 'The more you take from me, the larger I grow. What am I?', solves: /\b(?:hole|pit|ditch|grave|well)\b/i, answer: 'a hole' },
      { asks: 'I have a back and four legs and have never gone a step. What am I?', solves: /\b(?:chair|stool|bench|table)\b/i, answer: 'a chair' }, { asks: 'Alive without breath, cold as death, never thirsty, always drinking. What is it?', solves: /\bfish(?:es)?\b/i, answer: 'a fish' },
      { asks: 'I follow you in the sun and leave you in the dark. What am I?', solves: /\bshad(?:ow|e)s?\b/i, answer: 'a shadow' }, { asks: 'I am light as a feather, yet the strongest cannot hold me for long. What am I?', solves: /\b(?:breath|air)\b/i, answer: 'a breath' }, { asks: 'I have teeth and bite nobody. What am I?', solves: /\b(?:comb|saw|rake|wheel)\b/i, answer: 'a comb' },
    ],
    songs: ['“Turn, mill, turn, and grind it small, / there’s bread for one, there’s bread for all.”', '“The road goes up, the road goes down, / and never once has it reached town.”', '“Hush now, the hens are in, / hush now, the night is thin.”'],
  },
  harrow: {
    jokes: ['A Harrow farmer falls into the well. His wife calls: “Shall I fetch a rope?” – “No hurry,” he calls back, “the water is rising.”', 'How do you know that a Harrow man is cheerful? He says it could be worse.'],
    riddles: [{ asks: 'White in spring, green in summer, red in autumn, and gone down somebody’s throat by winter. What am I?', solves: /\bapples?(?: tree)?\b/i, answer: 'an apple' }, { asks: 'A hundred brothers stand in a field with golden hair, and all of them bow to the wind. Who are they?', solves: /\b(?:corn|wheat|barley|grain|oats|ears?|rye)\b/i, answer: 'the corn' }],
    songs: ['“Bring in the barley, bring in the sheaf, / the sun is a lamp and the summer is brief.”', '“Under the alder, down by the ford, / I buried a penny and dug up a lord.”'],
  },
  skeld: {
    jokes: ['A Skelding comes home after three years at sea. “Is there soup?” he says. There is soup. “I thought so,” he says.', 'Two Skeldings row all night. In the morning one says: “We forgot to untie the boat.” – “Good,” says the other, “then we know where we are.”'],
    riddles: [{ asks: 'It builds bridges without wood or stone, over every water, and the sun pulls them down. What is it?', solves: /\b(?:frost|ice|winter|cold)\b/i, answer: 'the frost' }, { asks: 'It goes over the sea with one wing and never nests. What is it?', solves: /\b(?:ship|boat|sail)s?\b/i, answer: 'a ship' }],
    songs: ['“Black is the water and white is the foam, / pull for the light in the window at home.”', '“Ice on the oar and ice in the beard, / the nearer the shore, the louder we cheered.”'],
  },
  velmar: {
    jokes: ['A Velmari cook is asked whether the soup is salted. He tastes, thinks, tastes. “Was,” he says.', 'A man from the hills prays for rain. It pours for a week. “I said please,” he says, “I did not say it twice.”'],
    riddles: [{ asks: 'It hangs by a thread from its mother, is trodden by feet, and makes old men sing. What is it?', solves: /\b(?:grapes?|wine|vine)\b/i, answer: 'the grape' }, { asks: 'I have a house but no door, and I carry it slowly up the wall. Who am I?', solves: /\bsnails?\b/i, answer: 'a snail' }],
    songs: ['“Sol in the vine and salt in the hand, / who sings in the evening has bought the land.”', '“Bella, the lamp has gone out on the hill; / if you don’t come for me, somebody will.”'],
  },
  oshen: {
    jokes: ['A stranger asks at a well in the sands: “Is the water good?” – “Try it,” says the old woman. “You have walked four days. It will be good.”', 'A man sells his camel as “never thirsty”. It dies. “You see,” he says.'],
    riddles: [{ asks: 'It has no feet and crosses the desert, no hands and builds hills, no mouth and sings. What is it?', solves: /\bwinds?\b|\bstorm\b/i, answer: 'the wind' }, { asks: 'A thousand sisters, none may touch another, and each night they come to look at us. Who are they?', solves: /\bstars?\b/i, answer: 'the stars' }],
    songs: ['“Well of my mother, well of my name, / those who drank with me, they are the same.”', '“The dune goes walking and the moon goes slow, / say to my brother: I wait, I go.”'],
  },
  tirin: {
    jokes: ['A Tirin shepherd is asked how many sheep he has. “I never get to the end,” he says, “I fall asleep.”', 'It rains in the glens. “When does it stop?” asks the guest. “I’m only sixty,” says the host.'],
    riddles: [{ asks: 'Grey coat, no seam, lies in the valley till noon and is nowhere when you reach for it. What is it?', solves: /\b(?:mist|fog|cloud)s?\b/i, answer: 'the mist' }, { asks: 'I answer every tongue and have none of my own. Who am I?', solves: /\becho(?:es)?\b/i, answer: 'an echo' }],
    songs: ['“Rain on the heather and smoke from the stone, / the further I wander the more I am home.”', '“Seven green glens and a grey in between, / and in every glen there’s a girl I’ve not seen.”'],
  },
}

/** What somebody of a culture knows of a kind, its own first. */
export function known<K extends keyof Repertoire>(culture: string, kind: K): Repertoire[K][number][] {
  return [...(OWN[culture]?.[kind] ?? []), ...(OWN['any']?.[kind] ?? [])]
}
