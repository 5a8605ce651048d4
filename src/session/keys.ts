/** The keys that the player steers with, for the interface. */
export { keysWith, rebind, type Bindable } from '#platform/input/bindings.ts'
