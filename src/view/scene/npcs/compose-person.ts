/** One person as a mesh bound to bones: body, head, clothes, and what their trade wears and holds. */
import type { Appearance } from '#simulation/npc/npc.ts'
import type { DeepReadonly } from '#core/deep-readonly.ts'
import { createMeshBuilder, type MeshBuilder } from '../settlements/mesh-builder.ts'
import { loft } from '../settlements/shapes.ts'
import { createBodyShape, type BodyShape } from './body-shape.ts'
import { drawBody } from './draw-body.ts'
import { drawHead } from './draw-head.ts'
import { bind, dye, type Figure } from './figure.ts'
import { drawSling, drawTool, drawTradeWear, tradeLook, type Tool, type TradeLook } from './trade-things.ts'

/** What decides a person's looks. */
export type PersonLook = { appearance: DeepReadonly<Appearance>; age: number; female: boolean; trade: string; /** A cloak's colour, for travellers. */ cloak: string | null; /** Whether a newborn child is carried. */ child?: boolean; /** What is held in place of the tool of their trade. */ holds?: Tool | null; /** Whether it rains or snows on them: a sack over head and shoulders. */ wet?: boolean }

/** What someone of these looks wears and holds. */
export function thingsOf(look: PersonLook): TradeLook {
  const things = tradeLook(look.trade)
  return { ...things, tool: look.holds ?? things.tool, shawl: things.shawl || look.wet === true }
}

/** The measures of someone of these looks. */
export function shapeOf(look: PersonLook): BodyShape {
  return createBodyShape(look.appearance.height, look.appearance.build, look.age)
}

/** Sacking, and who has something on the head already that keeps the rain off. */
const SACKING = '#9a8a68'
const RAIN_HATS: ReadonlySet<string> = new Set(['straw', 'hood'])
const SHOES = ['#4a372a', '#5b4433', '#3d322b', '#6a4c38']

/** Draws a person; `fine` false for those far away. Surface bytes of the mesh are two bones, the weight of the second, and a mark. */
export function composePerson(look: PersonLook, fine: boolean): MeshBuilder {
  const { appearance, female } = look
  const mesh = createMeshBuilder(fine ? 2600 : 700)
  const figure: Figure = { mesh, shape: shapeOf(look), round: fine ? 9 : 5, fine }
  const { skin, coat, cloth, accent, garment } = appearance
  drawBody(figure, { skin, garment, coat, cloth, accent, female, shoes: SHOES[(appearance.coat.charCodeAt(2) + appearance.coat.charCodeAt(4)) % SHOES.length]! })
  const head = look.wet && !RAIN_HATS.has(appearance.hat) ? { ...appearance, hat: 'hood' as const, coat: SACKING } : appearance
  drawHead(figure, { ...head, beard: appearance.beard && look.age > 15 })
  const things = thingsOf(look)
  drawTradeWear(figure, things, { accent: look.wet && !tradeLook(look.trade).shawl ? SACKING : accent, garment, female })
  drawTool(figure, things.tool)
  if (look.child) drawSling(figure, { cloth: accent, skin })
  if (look.cloak) drawCloak(figure, look.cloak)
  return mesh
}

/** A cloak over the shoulders that hangs to the calves. */
function drawCloak(figure: Figure, color: string): void {
  const { shape, mesh, fine } = figure
  const s = shape.height / 1.7
  dye(figure, color, 'cape')
  const top = shape.shoulderY + 0.05 * s
  const low = shape.kneeY * 0.72
  for (const inner of [0, 1]) {
    loft(mesh, fine ? 14 : 7, fine ? 9 : 4, {
      flip: inner === 1,
      at: (i, j) => {
        const y = top + (low - top) * (1 - j)
        const down = 1 - j
        const open = 2.35 - 0.75 * down
        const angle = Math.PI / 2 + (0.5 - i) * open * 2 * 0.62
        const wide = shape.shoulderX * (0.62 + Math.min(1, down * 7) * 0.56) + down * 0.09 * s
        const fold = 1 + 0.035 * Math.sin(i * 30) * down
        return [Math.cos(angle) * wide * fold, y, Math.sin(angle) * (0.115 + 0.05 * Math.min(1, down * 6) + 0.05 * down) * s * fold - inner * 0.008 * Math.sin(angle)]
      },
      shade: (i, j) => (inner ? 0.6 : 0.8 + 0.26 * j + 0.05 * Math.sin(i * 30)),
      brush: (_, j) => bind(figure, 'cape', 'chest', j > 0.86 ? 1 : j > 0.7 ? 0.4 : 0),
    })
  }
  dye(figure, '#c9a45c', 'chest')
  loft(mesh, 6, 1, { closed: true, at: (i, j) => [Math.cos(-i * 6.2832) * 0.022 * (1 - j), top - 0.045 * s + Math.sin(-i * 6.2832) * 0.022 * (1 - j), -0.118 * s - j * 0.006], shade: () => 1.1 })
}
