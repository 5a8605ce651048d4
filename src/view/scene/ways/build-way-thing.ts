/** Meshes of what stands on ways: bridges, fords and signposts, each about its own place. */
import { hashString } from '#core/hash.ts'
import { isPier, type Bridge, type Span } from '#simulation/physics/bridge.ts'
import type { Crossing } from '#worldgen/roads/road.ts'
import type { Signpost } from '#worldgen/roads/signposts.ts'
import { drawSkiff } from '../landmarks/draw-timber.ts'
import { styleOf } from '../settlements/culture-style.ts'
import type { HeightAt } from '../settlements/lanes.ts'
import { createMeshBuilder, within, type MeshBuilder } from '../settlements/mesh-builder.ts'
import { drawFord } from './draw-ford.ts'
import { drawSignpost } from './draw-signpost.ts'
import { drawStoneBridge } from './draw-stone-bridge.ts'
import { drawTimberBridge } from './draw-timber-bridge.ts'

/** A mesh and where it belongs, metres. */
export type WayThing = { mesh: MeshBuilder; x: number; y: number; z: number }

/** Builds a bridge about the middle of its river, at its crossing's level. */
export function buildBridge(bridge: Bridge, heightAt: HeightAt): WayThing {
  const { crossing } = bridge
  return inFrame(crossing, heightAt, (mesh, below) => {
    const drawing = { mesh, bridge, style: styleOf(bridge.culture), variant: variantOf(crossing), below }
    if (bridge.kind === 'stone') drawStoneBridge(drawing)
    else drawTimberBridge(drawing)
    if (isPier(crossing)) moorBoats(mesh, crossing)
  })
}

/** Two boats beside the end of a pier. */
function moorBoats(mesh: MeshBuilder, { end, width, water, level }: Span): void {
  for (const side of [-1, 1]) within(mesh, { x: side * (width / 2 + 1.6), y: water - level - 0.12, z: end - 5 - side * 2, yaw: side * 0.1 }, () => drawSkiff(mesh, side > 0 ? '#3f7f8c' : '#b4684a'))
}

/** Builds a ford in the same way. */
export function buildFord(crossing: Crossing, heightAt: HeightAt): WayThing {
  return inFrame(crossing, heightAt, (mesh, below) => drawFord(mesh, { crossing, variant: variantOf(crossing), below }))
}

/** Builds a signpost about its foot. */
export function buildSignpost(post: Signpost, heightAt: HeightAt): WayThing {
  const mesh = createMeshBuilder(1024)
  drawSignpost(mesh, post, styleOf(post.culture), hashString(post.id))
  return { mesh, x: post.x, y: heightAt(post.x, post.z), z: post.z }
}

function inFrame(crossing: Span, heightAt: HeightAt, draw: (mesh: MeshBuilder, below: (x: number, z: number) => number) => void): WayThing {
  const { x, z, level, alongX, alongZ } = crossing
  const mesh = createMeshBuilder(4096)
  within(mesh, { x: 0, y: 0, z: 0, yaw: Math.atan2(alongX, alongZ) }, () => draw(mesh, (lx, lz) => heightAt(x + lx * alongZ + lz * alongX, z - lx * alongX + lz * alongZ) - level))
  return { mesh, x, y: level, z }
}

function variantOf({ x, z }: Span): number {
  return hashString(`${Math.round(x)},${Math.round(z)}`)
}
