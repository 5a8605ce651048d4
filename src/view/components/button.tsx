/** Buttons: with words, or with a drawing alone. */
import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & { type?: 'button' | 'submit'; tone?: 'plain' | 'main' | 'quiet' | 'danger'; icon?: IconName; children: ReactNode }

/** A button with words; `main` is the one thing a panel is for. */
export function Button({ type = 'button', tone = 'plain', icon, children, className = '', ...rest }: ButtonProps) {
  return (
    <button type={type} className={`button button-${tone} ${className}`} {...rest}>
      {icon && <Icon name={icon} size={18} />}
      <span>{children}</span>
    </button>
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'type' | 'children'> & { icon: IconName; label: string }

/** A button with a drawing alone; `label` is what it is called and what its tip says. */
export function IconButton({ icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
