/** What landmarks are called and what is told of them, in the words of the culture around. */
import { hashCell } from '#core/hash.ts'
import type { Culture } from '../names/culture.ts'
import { personName } from '../names/person-name.ts'
import { itemFor, joined, landRootFor } from '../names/words.ts'
import type { Landmark, LandmarkKind, LandmarkSite } from './landmark.ts'

const NAMES: { readonly [K in LandmarkKind]: readonly string[] } = {
  ruin: ['* Keep', 'the Halls of *', 'Old *', '*’s Watch'],
  shrine: ['the Lamp of *', 'the Wayside of *', '* Shrine'],
  stones: ['the # Sisters', 'the * Ring', 'the Dancers of *', 'the # of *'],
  cairn: ['*’s Cairn', 'the Heap of *', 'the * Mark'],
  tree: ['the Tree of *', 'the Old One of *', '*’s Shade'],
  cave: ['* Hole', 'the Mouth of *', '*’s Cellar'],
  hut: ['@’s Hut', 'the Hut of @', '@’s Rest'],
  wreck: ['the wreck of the *', 'the Bones of the *'],
  pier: ['* Landing', 'the * Pier'],
  oasis: ['the Wells of *', 'the * Springs', 'the Palms of *', '*’s Water', 'the Green of *'],
}

const STORIES: { readonly [K in LandmarkKind]: readonly string[] } = {
  ruin: ['@ held it with eleven people through a winter, and the twelfth opened the gate.', '@ built it % years ago against an enemy who never came.', 'It burned in one night % years ago; @ was seen on the tower and never after.'],
  shrine: ['@ set it here % years ago for a child who came home after all.', 'Whoever passes leaves a pebble; @ began it % years ago.'],
  stones: ['They were dancers once, people say, and @ the piper, who stands a little apart.', 'Nobody counts them twice alike; @ tried for a summer, % years ago.', '@ was judged here % years ago, and the shadow of the tallest stone spoke the verdict.'],
  cairn: ['Each traveller adds a stone for @, who turned back here % years ago so that the others could go on.', '@ piled it % years ago to show the way home in mist.'],
  tree: ['@ planted it % years ago on the day of a peace, and the peace has lasted as long.', 'Under it @ was wed % years ago, and half the country has been since.'],
  cave: ['@ hid here from the tax for a year, % years ago, and came out with a beard and a song.', 'A wind comes out of it that smells of bread; @ went in to see, % years ago.'],
  hut: ['@ lived here alone with nine goats until % years ago, and the goats still come by.', '@ left it % years ago with the table laid.'],
  wreck: ['It ran aground % years ago with a cargo of bells; @ walked ashore and stayed.', '@ was the only soul aboard when it came in, % years ago, and would not say why.'],
  oasis: ['@ lost the way here % years ago and dug where a goat lay down; the water has not failed since.', '@ planted the first palm % years ago, and nobody has cut one without planting two.', 'Caravans drank here before there was a road; @ dug the well % years ago so that none had to wade.', 'Once, % years ago, it sank for nine days; @ sat by it and told it stories, and it came back to hear the end.'],
  pier: ['@ drove the first pile % years ago and fell in twice.', 'Boats have been tied up here since @ rowed in % years ago.'],
}

const COUNTS = ['Three', 'Five', 'Seven', 'Nine'] as const

/** Gives a landmark its name and story. */
export function tellLandmark(site: LandmarkSite, culture: Culture): Landmark {
  const { hash, kind } = site
  const person = personName(culture.id, hashCell(hash, 60), (hash & 1) === 0 ? 'female' : 'male')
  const stem = landRootFor(culture, hashCell(hash, 61))
  const root = /[aeiou]$/.test(stem) ? stem : joined(stem, itemFor(['en', 'a', 'el', 'or'], hashCell(hash, 66)))
  const years = String(30 + (hashCell(hash, 62) % 300))
  const fill = (form: string): string => form.replace('*', root).replace('@', person).replace('%', years).replace('#', itemFor(COUNTS, hashCell(hash, 63)))
  return { ...site, name: fill(itemFor(NAMES[kind], hashCell(hash, 64))), story: fill(itemFor(STORIES[kind], hashCell(hash, 65))) }
}
