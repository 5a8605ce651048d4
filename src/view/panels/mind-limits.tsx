/** What models may spend and what they spend: the off switch, the meter, the limits with their bars, the prices. */
import { useState } from 'react'
import { useStore } from 'zustand'
import type { EndpointStatus, ModelStatus } from '#minds/language-model.ts'
import type { Settings } from '#session/settings.ts'
import { Field, Switch } from '../components/fields.tsx'
import { Meter } from '../components/meter.tsx'
import { useSession } from '../session-context.ts'
import { moneyWords, readAmount, tokenWords, usedLimits } from './spending-words.ts'

const LIMITS = [
  { name: 'tokensPerMinute', label: 'Tokens a minute', hint: 'Prompts and answers together. A thought takes about a thousand.' },
  { name: 'tokensPerDay', label: 'Tokens a day', hint: 'Counted from midnight, over reloads and tabs.' },
  { name: 'moneyPerDay', label: 'Cost a day', hint: 'In the money of the prices below.' },
] as const

/** The part of the settings about spending. */
export function MindLimits() {
  const session = useSession()
  const model = useStore(session.hud, (hud) => hud.model)
  const limits = useStore(session.settings, (settings) => settings.limits)
  const change = (next: Partial<Settings['limits']>): void => session.changeSettings({ limits: { ...limits, ...next } })
  const used = usedLimits(model, limits)
  const priced = model.endpoints.filter(({ isFree }) => !isFree)
  return (
    <section className="part" aria-label="What models may spend">
      <h3>What models may spend</h3>
      <Switch label="Let models think" hint="Off stops every call at once, those under way too; people think with the built-in mind." checked={!limits.paused} onChange={(on) => change({ paused: !on })} />
      {model.endpoints.length > 0 && <MindMeter model={model} />}
      {used.map(({ label, share, words }) => (
        <Meter key={label} label={label} value={share} words={words} tone={share > 0.9 ? 'clay' : 'water'} />
      ))}
      {LIMITS.map(({ name, label, hint }) => (
        <Amount key={name} label={label} hint={`${hint} Empty: no limit.`} value={limits[name]} onChange={(value) => change({ [name]: value })} />
      ))}
      {priced.map((endpoint) => (
        <Prices key={endpoint.priceKey} endpoint={endpoint} prices={limits.prices} onChange={(prices) => change({ prices })} />
      ))}
    </section>
  )
}

/** What is thought just now, how fast, and what it came to today. */
function MindMeter({ model }: { model: ModelStatus }) {
  const { flow, inFlight, queued, firstTokenMs, spending, costEstimate, endpoints } = model
  const facts: Array<[name: string, words: string]> = [
    ['Now', `${tokenWords(flow)} tokens a second, ${inFlight} thinking, ${queued} waiting`],
    ['First word', firstTokenMs === null ? 'not measured yet' : `after ${firstTokenMs < 1000 ? `${Math.round(firstTokenMs)} ms` : `${(firstTokenMs / 1000).toFixed(1)} s`}`],
    ['Today', `${tokenWords(spending.today.tokens)} tokens${costEstimate === null ? ', at a price that is not known' : costEstimate === 0 ? ', for nothing' : `, about ${moneyWords(costEstimate)}`}`],
  ]
  return (
    <>
      <dl className="mind-meter">
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <ul className="mind-tiers">
        {endpoints.map(({ provider, model: name, means, tokensPerSecond, trouble }) => (
          <li key={`${provider} ${name}`} className="soft">
            {name || provider}: {tokensPerSecond >= 0.5 ? `${tokenWords(tokensPerSecond)} tokens a second: ${means}` : 'its speed is not measured yet'}
            {trouble === null ? '.' : `; it failed last: ${trouble}${trouble.endsWith('.') ? '' : '.'}`}
          </li>
        ))}
      </ul>
    </>
  )
}

type AmountProps = { label: string; hint: string; value: number | null; onChange(value: number | null): void }

/** A number that may be left out; it counts as soon as it is one. */
function Amount({ label, hint, value, onChange }: AmountProps) {
  const [text, setText] = useState(value === null ? '' : String(value))
  const read = readAmount(text)
  return (
    <Field
      label={label}
      inputMode="decimal"
      value={text}
      placeholder="no limit"
      hint={hint}
      problem={typeof read === 'string' ? read : null}
      onChange={(event) => {
        setText(event.currentTarget.value)
        const next = readAmount(event.currentTarget.value)
        if (typeof next !== 'string') onChange(next)
      }}
    />
  )
}

type PricesProps = { endpoint: EndpointStatus; prices: Settings['limits']['prices']; onChange(prices: Settings['limits']['prices']): void }

/** What a model costs, as its service tells it. */
function Prices({ endpoint: { priceKey, provider, model }, prices, onChange }: PricesProps) {
  const known = prices[priceKey]
  const [text, setText] = useState({ in: known ? String(known.in) : '', out: known ? String(known.out) : '' })
  const type = (side: 'in' | 'out', typed: string): void => {
    const next = { ...text, [side]: typed }
    setText(next)
    const [asked, answered] = [readAmount(next.in), readAmount(next.out)]
    const { [priceKey]: _before, ...others } = prices
    onChange(typeof asked === 'number' && typeof answered === 'number' ? { ...others, [priceKey]: { in: asked, out: answered } } : others)
  }
  return (
    <fieldset className="prices">
      <legend>Price of a million tokens of {model || provider}</legend>
      <Field label="Read" inputMode="decimal" value={text.in} placeholder="not known" onChange={(event) => type('in', event.currentTarget.value)} />
      <Field label="Written" inputMode="decimal" value={text.out} placeholder="not known" onChange={(event) => type('out', event.currentTarget.value)} />
    </fieldset>
  )
}
