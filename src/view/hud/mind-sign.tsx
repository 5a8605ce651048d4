/** Quiet signs: which mind thinks, how fast, and whether what is remembered is kept. */
import type { ModelStatus } from '#minds/language-model.ts'
import type { MemoryStatus } from '#minds/minds-protocol.ts'
import type { HudState } from '#session/hud-state.ts'
import { Icon } from '../components/icon.tsx'

type Sign = { tone: 'calm' | 'busy' | 'trouble'; text: string }

/** Which mind thinks, in a few words; exact about trouble. */
export function mindSign(model: ModelStatus): Sign {
  if (model.trouble !== null) return { tone: 'trouble', text: `The built-in mind answers: ${model.trouble}` }
  if (model.provider === 'builtin') return { tone: 'calm', text: 'Built-in mind' }
  if (model.paused) return { tone: 'calm', text: `${model.model} is switched off: the built-in mind thinks` }
  const speed = model.tokensPerSecond >= 0.5 ? ` · ${Math.round(model.tokensPerSecond)} tokens/s` : ''
  const waiting = model.queued > 0 ? ` · ${model.queued} waiting` : ''
  return { tone: model.inFlight > 0 ? 'busy' : 'calm', text: `${model.model || 'A model'}${speed}${waiting}` }
}

/** What must be said about memory; null while all is well. A visit that was asked not to be kept is no trouble. */
export function memorySign(memory: MemoryStatus, keeper: HudState['keeper']): Sign | null {
  if (memory.durability === 'disk') return null
  if (keeper === 'other-tab') return { tone: 'trouble', text: 'Another tab keeps this world. Under Settings, World, you can keep it here instead.' }
  // the player asked to leave what is kept alone
  if (memory.problem === null) return { tone: 'calm', text: 'A fresh visit: nothing of it is kept. Take fresh=1 out of the address to be remembered.' }
  // the notice told the rest, and the settings tell it again
  return { tone: 'trouble', text: 'Nothing is kept at present. Settings, World, tells why.' }
}

type MindSignProps = { model: ModelStatus; memory: MemoryStatus; keeper: HudState['keeper']; recording: HudState['recording']; /** Whether its menu is open; null where it has none. */ menuOpen: boolean | null; onOpen(): void }

/** The signs; pressed, the first opens the menu of minds, or the settings where there is but one. */
export function MindSign({ model, memory, keeper, recording, menuOpen, onOpen }: MindSignProps) {
  const sign = mindSign(model)
  const forgetful = memorySign(memory, keeper)
  return (
    <div className="signs">
      <button type="button" className="sign" data-tone={sign.tone} onClick={onOpen} title="Choose the mind" {...(menuOpen === null ? {} : { 'aria-haspopup': 'dialog' as const, 'aria-expanded': menuOpen })}>
        <Icon name={sign.tone === 'trouble' ? 'warning' : 'mind'} size={16} />
        <span>{sign.text}</span>
      </button>
      {recording !== 'none' && (
        <p className="sign" data-tone="busy">
          <Icon name="mind" size={16} />
          <span>{recording === 'recording' ? 'Recording. Settings, World, saves it.' : 'A recording, lived again'}</span>
        </p>
      )}
      {forgetful && recording !== 'replaying' && recording !== 'astray' && (
        <p className="sign" data-tone={forgetful.tone}>
          <Icon name={forgetful.tone === 'trouble' ? 'warning' : 'mind'} size={16} />
          <span>{forgetful.text}</span>
        </p>
      )}
    </div>
  )
}
