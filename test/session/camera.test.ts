/** The eye: behind the player, beside a talk, never in walls, hills or under water. */
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { placeCamera } from '#session/camera.ts'
import type { Game } from '#session/game.ts'
import { createTalkStore } from '#session/talk-store.ts'
import { buildingsNear, isInside } from '#simulation/physics/collide.ts'
import { project } from '#view/scene/npcs/bubble-layout.ts'
import { createTestWorld, meetSomebody } from '#test/support/create-test-world.ts'

/** As much of a game as the eye looks at. */
function createLookingGame(): Game {
  const { world, env } = createTestWorld()
  meetSomebody(world, env)
  return {
    run: { world, land: env.land, ground: env.ground, alpha: 1, settlementNames: new Map() },
    camera: { x: 0, y: 0, z: 0, yaw: 0, pitch: 0, fieldOfView: 60, aspect: 16 / 9, mode: 'third' },
    framing: { aside: 0, turn: 0, partnerId: null, free: null, left: 0, down: 0 },
    look: { yaw: 0, pitch: -0.1 },
    settings: createStore(() => ({ camera: 'third', fieldOfView: 60, reducedMotion: false })),
    talk: createTalkStore(),
    flight: null,
  } as unknown as Game
}

describe('the eye', () => {
  it('[SES-14] steps aside in a talk so that the person is not hidden, turns to them, and returns', () => {
    const game = createLookingGame()
    const { world } = game.run
    const { body } = world.player
    const npc = world.npcs.toSorted((a, b) => Math.hypot(a.body.x - body.x, a.body.z - body.z) - Math.hypot(b.body.x - body.x, b.body.z - body.z)).find((each) => !each.indoors)!
    // between head and person, as seen from the eye
    const angleBetween = (): number => {
      const toNpc = Math.atan2(npc.body.x - game.camera.x, npc.body.z - game.camera.z)
      const toSelf = Math.atan2(body.x - game.camera.x, body.z - game.camera.z)
      return Math.abs(Math.atan2(Math.sin(toNpc - toSelf), Math.cos(toNpc - toSelf)))
    }
    game.look.yaw = Math.atan2(-(npc.body.x - body.x), -(npc.body.z - body.z)) + 0.5
    for (let i = 0; i < 60; i++) placeCamera(game, 0.05)
    game.talk.setState({ npcId: npc.id, ended: null })
    for (let i = 0; i < 60; i++) placeCamera(game, 0.05)
    expect(game.framing.aside).toBeGreaterThan(0.95)
    expect(angleBetween()).toBeGreaterThan(0.12)
    const facing = Math.atan2(-(npc.body.x - body.x), -(npc.body.z - body.z))
    expect(Math.abs(Math.sin(game.look.yaw - facing))).toBeLessThan(0.05)
    game.talk.setState({ npcId: null })
    for (let i = 0; i < 60; i++) placeCamera(game, 0.05)
    expect(game.framing.aside).toBeLessThan(0.05)
  })

  it('[SES-36] turns so that whoever is talked with stands in the middle of what no sheet covers, and back', () => {
    const game = createLookingGame()
    const { world } = game.run
    const { body } = world.player
    const npc = world.npcs.toSorted((a, b) => Math.hypot(a.body.x - body.x, a.body.z - body.z) - Math.hypot(b.body.x - body.x, b.body.z - body.z)).find((each) => !each.indoors)!
    game.look.yaw = Math.atan2(-(npc.body.x - body.x), -(npc.body.z - body.z))
    game.talk.setState({ npcId: npc.id, ended: null })
    const screen = { width: 1600, height: 900 }
    const seenAt = (free: { x: number; y: number } | null): { x: number; y: number } => {
      game.framing.free = free
      for (let i = 0; i < 80; i++) placeCamera(game, 0.05)
      const at = { x: 0, y: 0, depth: 0 }
      expect(project(game.camera, { x: npc.body.x, y: npc.body.y + npc.appearance.height, z: npc.body.z }, screen, at)).toBe(true)
      return { x: at.x / screen.width, y: at.y / screen.height }
    }
    for (const x of [0.35, 0.5, 0.65]) expect(seenAt({ x, y: 0.5 }).x).toBeCloseTo(x, 1)
    const level = seenAt({ x: 0.5, y: 0.5 }).y
    expect(seenAt({ x: 0.5, y: 0.3 }).y - level).toBeCloseTo(-0.2, 1)
    seenAt(null)
    expect(Math.abs(game.framing.left) + Math.abs(game.framing.down)).toBeLessThan(0.01)
    expect(game.camera.yaw).toBeCloseTo(game.look.yaw, 2)
  })

  it('[SES-15] is never in a wall or under the ground, whichever way one looks', () => {
    const game = createLookingGame()
    const { world, land, ground } = game.run
    const house = land.findSettlements(32, 0, 200)[0]!.buildings.find((building) => building.kind === 'cottage')!
    Object.assign(world.player.body, { x: house.doorX, y: ground.heightAt(house.doorX, house.doorZ), z: house.doorZ })
    Object.assign(world.player.body.previous, { x: world.player.body.x, y: world.player.body.y, z: world.player.body.z })
    for (let turn = 0; turn < 32; turn++) {
      game.look.yaw = (turn / 32) * Math.PI * 2
      game.look.pitch = turn % 2 === 0 ? -0.1 : 0.6
      placeCamera(game, 0.05)
      const { x, y, z } = game.camera
      expect(y).toBeGreaterThan(ground.heightAt(x, z) + 0.2)
      const within = buildingsNear(land, x, z).some((building) => y < building.y + building.wallHeight && isInside(building, x, z, 0))
      expect(within).toBe(false)
    }
  })
})
