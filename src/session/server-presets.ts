/** The servers that the settings offer, read with the settings. */
export { PRESETS } from '#platform/models/presets.ts'
