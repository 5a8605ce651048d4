/** A mind, opened: what a person does and why, needs, mood, the last words and what is behind them, whom it knows, what it remembers. */
import { useStore } from 'zustand'
import type { NpcId } from '#core/ids.ts'
import type { PersonView } from '#session/session.ts'
import { useSession } from '../session-context.ts'
import { PartJumps } from '../components/part-jumps.tsx'
import { Balance } from '../components/meter.tsx'
import { Panel, PanelPart } from '../components/panel.tsx'
import { plainWords } from '../hud/words.ts'
import { BranchTree } from './deliberation/branch-tree.tsx'
import { WeighQuestion } from './deliberation/weigh-question.tsx'
import { BehindWords } from './behind-words.tsx'
import { BeliefList } from './belief-list.tsx'
import { GivenWords } from './given-words.tsx'
import { Feelings } from './feelings.tsx'
import { MindFile } from './mind-file.tsx'
import { MemoryTimeline } from './memory-timeline.tsx'
import { MoodSquare } from './mood-square.tsx'
import { NeedBars } from './need-bars.tsx'
import { RelationGraph } from './relation-graph.tsx'
import { usePerson } from './use-person.ts'
import { Whisper } from './whisper.tsx'
import { WeighedOptions } from './weighed-options.tsx'

const JUMPS = [['Now', 'Now'], ['Body', 'Needs'], ['Chooses', 'Deliberated'], ['Knows', 'Knows'], ['Believes', 'Believes'], ['Remembers', 'Remembers']] as const

/** The inspector of one person. */
export function PersonPanel({ npcId }: { npcId: NpcId }) {
  const session = useSession()
  const { person, gone, refresh } = usePerson(npcId)
  const talk = useStore(session.talk)
  const close = (): void => session.openPanel(null)
  if (!person) {
    return (
      <Panel title={gone ? 'Nobody' : 'A mind'} onClose={close}>
        <p className="empty">{gone ? 'This person is not in the world any more.' : 'Opening …'}</p>
      </Panel>
    )
  }
  const { npc } = person
  // in a talk the newest result comes through the talk first
  const inTalk = talk.npcId === npcId
  const result = inTalk && talk.lastResult ? talk.lastResult : person.lastThought
  const behind = result && <BehindWords result={result} name={npc.given} />
  return (
    <Panel title={`${npc.given} ${npc.family}`} subtitle={`${plainWords(npc.trade)}, ${npc.age} · ${homeWords(person)}`} onClose={close} className="person" beneath={<PartJumps label={`Parts of the mind of ${npc.given}`} jumps={JUMPS} />}>
      <PanelPart title="Now">
        <p className="now">{npc.frozen ? 'Standing still, as you wished' : npc.activity || 'Standing still'}</p>
        {!npc.frozen && npc.why !== '' && <p className="soft">Why: {npc.why}</p>}
        {npc.thought && <p className="talk-thought">{npc.thought.text}</p>}
        <Whisper npcId={npcId} name={npc.given} />
      </PanelPart>
      {inTalk && behind}
      <div className="body-and-mood">
        <PanelPart title="Needs">
          <NeedBars needs={npc.needs} />
        </PanelPart>
        <PanelPart title="Mood">
          <MoodSquare mood={npc.mood} word={person.mood} />
        </PanelPart>
      </div>
      <PanelPart title="Feels">
        <Feelings name={npc.given} feelings={person.feelings} badMemories={person.badMemories} load={person.load} />
      </PanelPart>
      <PanelPart title="Deliberated" note={person.lastWeighed ? `The last hard choice of ${npc.given}, and what became of each thought.` : `${npc.given} has had no hard choice since you came.`}>
        {person.lastWeighed?.deliberation && <BranchTree key={person.lastWeighed.thoughtId} deliberation={person.lastWeighed.deliberation} />}
        <details className="more">
          <summary>Ask what {npc.given} would do</summary>
          <WeighQuestion npcId={npcId} name={npc.given} />
        </details>
      </PanelPart>
      <PanelPart title="Weighed" note={`What ${npc.given} could have done at the last decision, and how strongly each drew.`}>
        <WeighedOptions options={npc.options} chosen={npc.skill?.skillId ?? null} />
      </PanelPart>
      {!inTalk && behind}
      <PanelPart title="Knows">
        {person.relations.length === 0 && <p className="empty">Nobody yet.</p>}
        {person.relations.length > 0 && <RelationGraph name={npc.given} relations={person.relations} />}
        <details className="more">
          <summary>One by one, with the reasons</summary>
          <ul className="relations">
            {person.relations.toSorted((a, b) => b.familiarity - a.familiarity).map((relation) => (
              <li key={relation.id}>
                <p>
                  <strong>{relation.id === 'player' && relation.name === 'you' ? 'You' : relation.name}</strong>
                  {relation.kinship && <span className="soft">, {relation.kinship}</span>}
                </p>
                <Balance label={`Warmth towards ${relation.name}`} value={relation.warmth} words={warmthWords(relation.warmth)} />
                <p className="soft">
                  {[warmthWords(relation.warmth), trustWords(relation.trust), ...standingWords(relation)].join(', ')}
                  {relation.lastReason !== '' && `: ${relation.lastReason}`}
                </p>
              </li>
            ))}
          </ul>
        </details>
      </PanelPart>
      <PanelPart title="Believes" note={`What ${npc.given} takes to be so, and from whom it came.`}>
        <BeliefList name={npc.given} beliefs={person.beliefs} />
      </PanelPart>
      <PanelPart title="Words given" note={`Meetings and promises, by ${npc.given} and to ${npc.given}.`}>
        <GivenWords name={npc.given} words={person.words} />
      </PanelPart>
      <MemoryTimeline npcId={npcId} name={npc.given} memories={person.memories} onChanged={refresh} />
      <MindFile npcId={npcId} name={npc.given} frozen={npc.frozen} onChanged={refresh} />
    </Panel>
  )
}

function homeWords(person: PersonView): string {
  return person.home === '' ? 'no home' : person.home
}

/** A warmth of −1..1 in a word. */
function warmthWords(warmth: number): string {
  if (warmth <= -0.6) return 'hates'
  if (warmth <= -0.2) return 'dislikes'
  if (warmth < 0.2) return 'neither warm nor cold'
  return warmth < 0.6 ? 'likes' : 'loves'
}

/** Respect, fear and debt, where there is any to speak of. */
function standingWords({ respect, fear, debt }: PersonView['relations'][number]): string[] {
  return [respect > 0.3 ? 'respect' : respect < -0.2 ? 'contempt' : '', fear > 0.2 ? 'some fear' : '', debt > 0.2 ? 'in their debt' : debt < -0.2 ? 'owed something' : ''].filter((word) => word !== '')
}

function trustWords(trust: number): string {
  if (trust < 0.25) return 'little trust'
  return trust < 0.65 ? 'some trust' : 'much trust'
}
