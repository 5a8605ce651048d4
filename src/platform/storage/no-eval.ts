/** Keeps the schema library from trying whether code may be made out of text: it may not, and each try is reported as a breach. Imported first by every thread that parses. */
import * as z from 'zod/mini'

z.config({ jitless: true })
