/** Words of others as data: capped, role tokens neutralised, quoted in a fence that they cannot close. */
import { hashCell, hashString } from '#core/hash.ts'

const TOKENS: readonly RegExp[] = [
  /<\|[^|>]{0,40}\|>/g, /<\/?(?:s|think|thinking|reasoning|system|user|assistant|tool|instructions?|im_start|im_end)\b[^>]{0,40}>/gi, /\[\/?(?:INST|SYS|SYSTEM|USER|ASSISTANT)\]/gi, /<<\/?SYS>>/gi, /```+/g, /^#{2,}\s*/gm, /\b(?:BEGIN|END) (?:SYSTEM|PROMPT|INSTRUCTIONS?)\b/gi,
]
const ROLE_START = /(^|[\n.!?]\s*)(system|assistant|user|developer|human|ai|SAY|THINK|DO|FEEL)\s*:/gi

/** `text` on one line, at most `limit` long, with nothing left that a model could take for structure. */
export function neutralise(text: string, limit = 400): string {
  let clean = text.normalize('NFKC').replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu, ' ')
  for (const token of TOKENS) clean = clean.replace(token, ' ')
  clean = clean.replace(ROLE_START, '$1$2 -').replace(/[“”«»]/g, '"').replace(/⟦|⟧/g, '').replace(/\s+/g, ' ').trim()
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean
}

/** The mark of the fences of one talk, or of one day without: the same while it lasts, so that servers can keep what stands before; no text can close them, for what is quoted loses its brackets. */
export function fenceMark(npcId: string, occasion: number): string {
  return hashCell(hashString(npcId), occasion).toString(36).slice(0, 5)
}

/** `lines` between the marks of a fence. Each line is neutralised. */
export function fence(mark: string, lines: readonly string[]): string {
  return [`⟦${mark}`, ...lines.map((line) => neutralise(line)), `${mark}⟧`].join('\n')
}
