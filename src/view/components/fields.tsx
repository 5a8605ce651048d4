/** Things to fill in and to choose: text, slider, switch, one of a few. */
import { useId, type ComponentProps, type ReactNode } from 'react'

type FieldProps = Omit<ComponentProps<'input'>, 'id'> & { label: string; hint?: ReactNode; problem?: string | null; beside?: ReactNode }

/** A line of text with its label above, a hint below, and what is wrong with it in words. */
export function Field({ label, hint, problem = null, beside, ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-row">
        <input id={id} aria-describedby={`${id}-hint`} aria-invalid={problem !== null} autoComplete="off" spellCheck={false} {...rest} />
        {beside}
      </div>
      <p id={`${id}-hint`} className={problem ? 'field-problem' : 'field-hint soft'} aria-live="polite">
        {problem ?? hint}
      </p>
    </div>
  )
}

type SliderProps = { label: string; value: number; lowest: number; highest: number; step: number; words: string; onChange(value: number): void }

/** A number on a line; `words` says the value as people would. */
export function Slider({ label, value, lowest, highest, step, words, onChange }: SliderProps) {
  const id = useId()
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{words}</output>
      <input id={id} type="range" min={lowest} max={highest} step={step} value={value} aria-valuetext={words} onChange={(event) => onChange(event.currentTarget.valueAsNumber)} />
    </div>
  )
}

type SwitchProps = { label: string; hint?: string; checked: boolean; onChange(checked: boolean): void }

/** On or off. */
export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="switch">
      <input id={id} type="checkbox" checked={checked} {...(hint ? { 'aria-describedby': `${id}-hint` } : {})} onChange={(event) => onChange(event.currentTarget.checked)} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="soft">
          {hint}
        </p>
      )}
    </div>
  )
}

type ChoiceProps<Id extends string> = { label: string; value: Id; options: ReadonlyArray<{ id: Id; label: string; hint?: string }>; look?: 'row' | 'cards'; onChange(id: Id): void }

/** One of a few, all in sight. */
export function Choice<Id extends string>({ label, value, options, look = 'row', onChange }: ChoiceProps<Id>) {
  const name = useId()
  return (
    <fieldset className={`choice choice-${look}`}>
      <legend className={look === 'cards' ? 'unseen' : ''}>{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.id} className={option.id === value ? 'chosen' : ''}>
            <input type="radio" name={name} value={option.id} checked={option.id === value} onChange={() => onChange(option.id)} />
            <span className="choice-name">{option.label}</span>
            {option.hint && <span className="soft choice-hint">{option.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
