/** Two words for a country: what the die throws. */

const FIRST = [
  'amber', 'ashen', 'autumn', 'birch', 'bright', 'broken', 'calm', 'cedar', 'chalk', 'clear', 'cold', 'copper', 'distant', 'dusk', 'early', 'fallow',
  'fern', 'first', 'gentle', 'gilded', 'glass', 'grey', 'hidden', 'high', 'hollow', 'honey', 'iron', 'ivory', 'lantern', 'late', 'linen', 'little',
  'lone', 'long', 'low', 'maple', 'marble', 'meadow', 'mellow', 'misty', 'moss', 'north', 'oaken', 'old', 'opal', 'pale', 'patient', 'pearl',
  'quiet', 'rain', 'red', 'river', 'rose', 'rowan', 'russet', 'salt', 'silver', 'slow', 'small', 'south', 'still', 'stone', 'summer', 'thistle',
  'velvet', 'wandering', 'warm', 'wild', 'willow', 'winter', 'woven', 'young',
] as const

const SECOND = [
  'anchor', 'apple', 'badger', 'barley', 'beacon', 'bell', 'bridge', 'brook', 'candle', 'coast', 'crane', 'crow', 'dale', 'deer', 'door', 'dove',
  'falcon', 'field', 'finch', 'ford', 'fox', 'garden', 'gate', 'glen', 'grove', 'gull', 'hare', 'harbour', 'hearth', 'heath', 'heron', 'hill',
  'island', 'kettle', 'lake', 'lark', 'loom', 'marsh', 'mill', 'moon', 'moth', 'mountain', 'needle', 'orchard', 'otter', 'owl', 'path', 'plough',
  'pond', 'raven', 'reed', 'ridge', 'shore', 'sparrow', 'spring', 'star', 'stork', 'swan', 'tide', 'tower', 'trout', 'valley', 'wagon', 'water',
  'well', 'wheel', 'wood', 'wren',
] as const

/** A seed such as "amber-heron"; `random` yields numbers from 0 (included) to 1 (excluded). */
export function throwSeed(random: () => number): string {
  const first = FIRST[Math.floor(random() * FIRST.length)] ?? FIRST[0]
  const second = SECOND[Math.floor(random() * SECOND.length)] ?? SECOND[0]
  return `${first}-${second}`
}
