/** Directions, distances and times of day as people say them. */
import { dayOf, hourOf } from '#simulation/clock.ts'

const EIGHT = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const

/** Compass direction from a place to another (x east, z south), as one of eight words. */
export function directionOf(fromX: number, fromZ: number, toX: number, toZ: number): string {
  const angle = Math.atan2(toX - fromX, -(toZ - fromZ))
  return EIGHT[((Math.round(angle / (Math.PI / 4)) % 8) + 8) % 8] ?? 'north'
}

/** A distance in metres as people say it. */
export function distanceWords(meters: number): string {
  if (meters < 12) return 'a few steps'
  if (meters < 40) return 'a stone’s throw'
  if (meters < 110) return 'a short walk'
  if (meters < 300) return 'a few minutes’ walk'
  if (meters < 900) return 'a fair walk'
  if (meters < 2500) return 'half an hour on foot'
  return `${Math.max(1, Math.round(meters / 4500))} hours on foot`.replace(/^1 hours/, 'an hour')
}

/** How long ago something was, as people say it. */
export function agoWords(then: number, now: number): string {
  const seconds = now - then
  const days = dayOf(now) - dayOf(then)
  if (seconds < 900) return 'just now'
  if (days <= 0) return seconds < 5400 ? 'a little while ago' : hourOf(then) < 11 ? 'this morning' : hourOf(then) < 17 ? 'earlier today' : 'this evening'
  if (days === 1) return hourOf(then) >= 19 ? 'last night' : 'yesterday'
  if (days < 7) return `${['', '', 'two', 'three', 'four', 'five', 'six'][days]} days ago`
  if (days < 14) return 'a week ago'
  return days < 60 ? 'some weeks ago' : 'a long time ago'
}

/** The part of the day. */
export function partOfDay(worldSeconds: number): 'night' | 'early morning' | 'morning' | 'noon' | 'afternoon' | 'evening' {
  const hour = hourOf(worldSeconds)
  if (hour < 5 || hour >= 22) return 'night'
  if (hour < 8) return 'early morning'
  if (hour < 11.5) return 'morning'
  if (hour < 13.5) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}
