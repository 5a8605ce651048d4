/** A mood as a dot on the square of pleasure and arousal (Russell 1980). */
import type { DeepReadonly } from '#core/deep-readonly.ts'
import type { Mood } from '#simulation/npc/npc.ts'

/** The square; `word` is the mood's name, written beside its dot. */
export function MoodSquare({ mood, word }: { mood: DeepReadonly<Mood>; word: string }) {
  const x = 60 + mood.pleasure * 50
  const y = 60 - mood.arousal * 50
  const onRight = x > 62
  return (
    <svg className="mood-square" viewBox="0 0 120 120" role="img" aria-label={`Mood: ${word}; pleasure ${mood.pleasure.toFixed(1)}, arousal ${mood.arousal.toFixed(1)}`}>
      <path className="mood-frame" d="M4 4.6c37-.6 75-.6 112 0 .5 37 .5 74 0 111-37 .6-75 .6-112 0-.6-37-.6-74 0-111z" />
      <path className="mood-axis" d="M60 8v104M8 60h104" />
      <text className="mood-label" x="60" y="15" textAnchor="middle">stirred</text>
      <text className="mood-label" x="60" y="113" textAnchor="middle">still</text>
      <text className="mood-label" x="9" y="57">sad</text>
      <text className="mood-label" x="111" y="57" textAnchor="end">glad</text>
      <circle className="mood-dot" cx={x} cy={y} r="5" />
      <text className="mood-word" x={onRight ? x - 9 : x + 9} y={y < 24 ? y + 14 : y > 98 ? y - 9 : y + 4 + (Math.abs(y - 57) < 7 ? 12 : 0)} textAnchor={onRight ? 'end' : 'start'}>
        {word}
      </text>
    </svg>
  )
}
