/** Who is near: what they do, how far and where, and how to find or open them. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PersonGlance } from '#session/session.ts'
import { useSession } from '../session-context.ts'
import { Button } from '../components/button.tsx'
import { Panel } from '../components/panel.tsx'
import { bearingWords, distanceWords, plainWords } from '../hud/words.ts'

const REFRESH_MS = 1000
/** Metres within which one can begin to talk. */
const TALK_METERS = 4.5

/** The list of people nearby, nearest first. */
export function PeoplePanel() {
  const session = useSession()
  const near = useStore(session.hud, (hud) => hud.near)
  const [people, setPeople] = useState<PersonGlance[]>(() => session.peopleNear())
  useEffect(() => {
    const timer = setInterval(() => setPeople(session.peopleNear()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [session])
  return (
    <Panel title="People nearby" subtitle={countWords(people.length)} onClose={() => session.openPanel(null)}>
      {people.length === 0 && <p className="empty">Nobody is within a short walk. Follow a road, or look for smoke over roofs.</p>}
      <ul className="people">
        {people.map((person) => (
          <li key={person.id} className="person-row">
            <div className="person-words">
              <h3>{person.name}</h3>
              <p>
                {plainWords(person.role)} · {person.activity || 'standing still'}
              </p>
              <p className="soft">{whereWords(person)}</p>
            </div>
            <div className="row">
              {near?.id === person.id && person.meters <= TALK_METERS && (
                <Button
                  icon="talk"
                  aria-label={`Talk with ${person.name}`}
                  onClick={() => {
                    session.openPanel(null)
                    session.openTalk(person.id)
                  }}
                >
                  Talk
                </Button>
              )}
              <Button tone="quiet" icon="eye" aria-label={`Look towards ${person.name}`} onClick={() => session.lookAt(person.id)}>
                Look
              </Button>
              <Button tone="quiet" icon="mind" aria-label={`Open the mind of ${person.name}`} onClick={() => session.openPanel('person', person.id)}>
                Mind
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function countWords(count: number): string {
  if (count === 0) return 'nobody in sight'
  return count === 1 ? 'one person within a walk' : `${count} within a walk`
}

function whereWords(person: PersonGlance): string {
  const indoors = person.indoors ? ', indoors' : ''
  return `${distanceWords(person.meters)} ${bearingWords(person.bearing)}${indoors}${person.settlement === '' ? '' : ` · of ${person.settlement}`}`
}
