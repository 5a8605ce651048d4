/** What a world stands on: the land and its ground. Never part of the world itself. */
import type { Land } from '#worldgen/land.ts'
import type { Ground } from './physics/ground.ts'

/** The surroundings that a tick needs. */
export type WorldEnv = { readonly land: Land; readonly ground: Ground }
