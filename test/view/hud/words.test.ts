/** Numbers of the world as people say them. */
import { expect, it } from 'vitest'
import { bearingWords, byteWords, clockWords, compassLetters, compassWords, distanceWords, isNight, momentWords, partOfDay, plainWords, withRole } from '#view/hud/words.ts'

it('[UI-20] tells the heading: yaw 0 is north, and turning left goes west', () => {
  const quarter = Math.PI / 2
  expect([0, -quarter, Math.PI, quarter, -quarter / 2].map(compassLetters)).toEqual(['N', 'E', 'S', 'W', 'NE'])
  expect(compassLetters(-4 * quarter + 0.01)).toBe('N')
  expect(compassWords(quarter / 2)).toBe('north-west')
})

it('[UI-20] tells the time', () => {
  expect([0, 7.67, 12, 23.99, 24].map(clockWords)).toEqual(['0:00', '7:40', '12:00', '23:59', '0:00'])
  expect([2, 5, 9, 12, 15, 18, 22].map(partOfDay)).toEqual(['night', 'dawn', 'morning', 'noon', 'afternoon', 'evening', 'night'])
  expect(momentWords(2 * 86_400 + 7.5 * 3600)).toBe('day 3, 7:30')
})

it('[UI-20] tells where and how far', () => {
  expect([3.4, 999, 1240].map(distanceWords)).toEqual(['3 m', '999 m', '1.2 km'])
  expect([0, 0.8, -0.8, 1.5, -2.3, 3.1].map(bearingWords)).toEqual(['ahead', 'ahead to the left', 'ahead to the right', 'to the left', 'behind to the right', 'behind you'])
  expect([512, 20_400, 1_240_000, 2_500_000_000].map(byteWords)).toEqual(['512 bytes', '20 kB', '1.2 MB', '2.5 GB'])
})

it('[UI-20] names people and places plainly', () => {
  expect(withRole('Mirel', 'baker')).toBe('Mirel, the baker')
  expect(withRole('Mirel', '')).toBe('Mirel')
  expect(plainWords('birch-wood')).toBe('birch wood')
})

it('[UI-23] wears night paper at night only', () => {
  expect([0, 3, 5.5, 20, 23].every(isNight)).toBe(true)
  expect([6, 12, 19].some(isNight)).toBe(false)
})
