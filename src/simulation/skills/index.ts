/** What people can do: the list that decisions, prompts and panels are made from. */
export { SKILL_IDS, type SkillId } from './skill-id.ts'
