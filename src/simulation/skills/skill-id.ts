/** The names of what a body can do. */

/** All skills in the order prompts list them. Append only: people keep, by position, when they last did each. */
export const SKILL_IDS = ['sleep', 'eat', 'work', 'fetch', 'wander', 'visit', 'talk', 'flee-rain', 'sit', 'gather', 'tend', 'play', 'pray', 'meet-player', 'accompany', 'go-to', 'withdraw', 'buy', 'lie-in', 'eaves', 'vigil'] as const
/** One of `SKILL_IDS`. */
export type SkillId = (typeof SKILL_IDS)[number]
