/** A talk with one person: what was said, what is being said, what one could say. */
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../session-context.ts'
import { Button, IconButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { Transcript } from './transcript.tsx'
import { andWords, plainWords } from './words.ts'

/** The most characters one can say at once. */
const LONGEST_WORDS = 600

/** The talk that is open, if one is. */
export function TalkPanel() {
  const session = useSession()
  const npcId = useStore(session.talk, (talk) => talk.npcId)
  return npcId === null ? null : <OpenTalk key={npcId} />
}

function OpenTalk() {
  const session = useSession()
  const talk = useStore(session.talk)
  const showThoughts = useStore(session.settings, (settings) => settings.showThoughts)
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(talk.unsaid)
  const satchel = useStore(session.hud, (hud) => hud.satchel)
  const first = talk.name.split(' ')[0] ?? talk.name

  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    field.current?.focus({ preventScroll: true })
    return () => {
      if (before?.isConnected) before.focus({ preventScroll: true })
    }
  }, [])

  const type = (text: string): void => {
    setWords(text)
    session.type(text)
  }
  const say = (text: string): void => {
    session.say(text)
    field.current?.focus({ preventScroll: true })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (words.trim() === '') return
    say(words.trim())
    type('')
  }
  const keep = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      session.closeTalk()
      return
    }
    const suggestion = talk.suggestions[Number(event.key) - 1]
    // a digit picks a suggestion only where it cannot be the beginning of one's own words
    if (suggestion !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey && words === '') {
      event.preventDefault()
      type(suggestion)
      field.current?.focus({ preventScroll: true })
    }
  }
  return (
    <section className="talk paper" role="dialog" aria-label={`Talk with ${talk.name}`} onKeyDown={keep}>
      <div className="talk-head">
        <div>
          <h2>{talk.name}</h2>
          <p className="soft">
            {plainWords(talk.role)}
            {talk.others.length > 0 && <span role="status"> · {andWords(talk.others.map(({ name }) => name))} {talk.others.length > 1 ? 'stand' : 'stands'} by</span>}
          </p>
        </div>
        {satchel && (
          <Button tone="quiet" icon="satchel" title={`Your satchel, and ${satchel.purse}`} onClick={() => session.openPanel('satchel')}>
            {satchel.pennies}p
          </Button>
        )}
        <Button tone="quiet" icon="mind" title={`What is behind ${first}’s words`} disabled={talk.npcId === null} onClick={() => talk.npcId && session.openPanel('person', talk.npcId)}>
          Why?
        </Button>
        <IconButton icon="close" label="End the talk" onClick={() => session.closeTalk()} />
      </div>
      <Transcript turns={talk.turns} name={first} names={talk.names} speaker={talk.speaker ?? first} partial={talk.partial} waiting={talk.waiting && talk.ended === null} />
      {talk.ended === null && !talk.waiting && talk.turns.length > 0 && talk.turns.at(-1)?.speakerId !== 'player' && (
        <button type="button" className="talk-again" title="The last line is taken back, and said in other words" onClick={() => session.sayDifferently()}>
          Say it differently
        </button>
      )}
      {showThoughts && talk.thought && (
        <p className="talk-thought">
          <span className="unseen">{first} thinks: </span>
          {talk.thought}
        </p>
      )}
      {talk.ended !== null ? (
        <div className="talk-ended row" role="status">
          <p>{talk.ended}</p>
          <Button tone="main" onClick={() => session.closeTalk()}>
            Walk on
          </Button>
        </div>
      ) : (
        <>
          {talk.suggestions.length > 0 && (
            <ol className="chips" aria-label="Things you could say">
              {talk.suggestions.slice(0, 4).map((suggestion, number) => (
                <li key={suggestion}>
                  <button type="button" className="chip" onClick={() => say(suggestion)}>
                    <kbd aria-hidden="true">{number + 1}</kbd>
                    {suggestion}
                  </button>
                </li>
              ))}
            </ol>
          )}
          <form className="talk-say" onSubmit={submit}>
            <input ref={field} value={words} maxLength={LONGEST_WORDS} aria-label={`Say something to ${first}`} placeholder={`Say something to ${first}`} autoComplete="off" enterKeyHint="send" onChange={(event) => type(event.currentTarget.value)} />
            <button type="submit" className="icon-button send-button" aria-label="Say it" title="Say it (Enter)" disabled={words.trim() === ''}>
              <Icon name="send" />
            </button>
          </form>
        </>
      )}
    </section>
  )
}
