/** Which drawing belongs to which kind of building, and what stands beside it. */
import type { BuildingPlan } from '#worldgen/sites/settlement-plan.ts'
import { choose, shareOf } from './culture-style.ts'
import { drawHouse, type Site } from './house.ts'
import { drawBarn, drawMill, drawShrine, drawStall, type Rotor } from './landmarks.ts'
import { within } from './mesh-builder.ts'
import { drawBarrel, drawBench, drawCart, drawLaundry, drawTub, drawVine, drawWoodpile } from './props.ts'
import { drawHall, drawTower } from './public-works.ts'
import { drawSign } from './signs.ts'
import { drawWatermill } from './watermill.ts'
import { drawBucket, drawWell } from './well.ts'
import { groundWithin, type GroundBelow } from './ground-below.ts'

/** Draws a building in its own frame (door in the middle of the +z side, floor at 0); returns what of it turns, if anything. */
export function drawBuilding(site: Site, building: BuildingPlan, below: GroundBelow): Rotor | null {
  const { kind } = building
  const { variant, detail } = site
  const flowers = shareOf(variant, 8) < 0.6
  switch (kind) {
    case 'cottage':
      drawHouse(site, { chimneys: 1, shutters: shareOf(variant, 9) < 0.75, flowers, wideDoor: false, windows: true })
      break
    case 'farmhouse':
      drawHouse(site, { chimneys: shareOf(variant, 10) < 0.5 ? 2 : 1, shutters: true, flowers, wideDoor: false, windows: true })
      break
    case 'inn':
      drawHouse(site, { chimneys: 2, shutters: true, flowers: true, wideDoor: false, windows: true })
      if (detail) drawSign(site, 'mug')
      break
    case 'bakery':
      drawHouse(site, { chimneys: 2, shutters: true, flowers, wideDoor: false, windows: true })
      if (detail) drawSign(site, 'loaf')
      break
    case 'smithy':
      drawHouse(site, { chimneys: 1, shutters: false, flowers: false, wideDoor: true, surface: 'stone', wallColor: choose(['#a89e8e', '#b1a48f'], variant, 13), windows: true })
      if (detail) drawSign(site, 'anvil')
      break
    case 'workshop':
      drawHouse(site, { chimneys: 1, shutters: true, flowers: false, wideDoor: true, windows: true })
      if (detail) drawSign(site, 'cog')
      break
    case 'barn':
      drawBarn(site)
      break
    case 'mill':
      return building.wheel ? drawWatermill(site, building.wheel, building.y) : drawMill(site)
    case 'hall':
      drawHall(site)
      break
    case 'tower':
      drawTower(site)
      return null
    case 'shrine':
      drawShrine(site)
      return null
    case 'well':
      drawWell(site)
      return null
    case 'stall':
      drawStall(site, below)
      return null
  }
  if (detail) drawBeside(site, kind, below)
  return null
}

function drawBeside(site: Site, kind: BuildingPlan['kind'], below: GroundBelow): void {
  const { mesh, width, depth, variant } = site
  const [w, d] = [width / 2, depth / 2]
  const put = (x: number, z: number, yaw: number, draw: (below: GroundBelow) => void): void => {
    const place = { x, y: below(x, z), z, yaw }
    within(mesh, place, () => draw(groundWithin(below, place)))
  }
  const luck = shareOf(variant, 90)
  if (kind !== 'barn' && kind !== 'mill' && shareOf(variant, 94) < 0.5) for (const side of shareOf(variant, 95) < 0.5 ? [-1, 1] : [1]) put(side * (kind === 'smithy' || kind === 'workshop' || kind === 'hall' ? 1.35 : 1.02), d + 0.34, 0, () => drawTub(site, variant + side))
  if (kind !== 'barn' && kind !== 'smithy' && site.style.wallSurface !== 'planks' && shareOf(variant, 96) < (site.style.roof.pitch === 0 ? 0.25 : 0.5)) drawVine(site, shareOf(variant, 97) < 0.5 ? -1 : 1)
  if (kind === 'hall') return
  if (kind === 'inn') {
    put(w * 0.66, d + 0.5, 0, () => drawBarrel(site, [0, 0, 0]))
    put(w * 0.66 + 0.66, d + 0.42, 0, () => drawBarrel(site, [0, 0, 0]))
    put(-w * 0.72, d + 0.55, 0, (ground) => drawBench(site, ground))
    return
  }
  if (kind === 'barn') {
    put(-w - 1.3, d * 0.3, 0.5 + luck, (ground) => drawCart(site, variant, ground))
    return
  }
  if (kind === 'smithy') {
    put(w * 0.72, d + 0.5, 0, () => drawBarrel(site, [0, 0, 0]))
    put(-w - 0.6, 0, -Math.PI / 2, (ground) => drawWoodpile(site, variant, ground))
    return
  }
  if (kind === 'farmhouse' && luck < 0.6) put(w + 1.4, d * 0.2, -0.4, (ground) => drawCart(site, variant, ground))
  if (luck < 0.4) put(-w * 0.62, d + 0.5, 0, (ground) => drawBench(site, ground))
  else if (luck < 0.7) put(w * 0.7, d + 0.45, 0, () => drawBarrel(site, [0, 0, 0]))
  else put(-w * 0.66, d + 0.4, 0, () => drawBucket(site, [0, -0.03, 0]))
  if (shareOf(variant, 91) < 0.5) put(w + 0.62, -d * 0.2, Math.PI / 2, (ground) => drawWoodpile(site, variant, ground))
  if (shareOf(variant, 92) < 0.35) put(-w * 0.1, -d - 2.2, shareOf(variant, 93) * 0.5 - 0.25, () => drawLaundry(site, variant, Math.min(4.4, width)))
}
