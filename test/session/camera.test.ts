/** The eye: behind the player, beside a talk, never in walls, hills or under water. */
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { placeCamera } from '#session/camera.ts'
import type { Game } from '#session/game.ts'
import { createTalkStore } from '#session/talk-store.ts'
import { buildingsNear, isInside } from '#simulation/physics/collide.ts'
import { isInRoof } from '#simulation/physics/roofs.ts'
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

  it('[ROOF-26] is never in a roof, looked down from beside any building, and goes out behind as before where there is none', () => {
    const game = createLookingGame()
    const { world, land, ground } = game.run
    const stand = (x: number, z: number): void => {
      Object.assign(world.player.body, { x, y: ground.heightAt(x, z), z })
      Object.assign(world.player.body.previous, { x, y: ground.heightAt(x, z), z })
    }
    const reachOf = (): number => Math.hypot(game.camera.x - world.player.body.x, game.camera.z - world.player.body.z)
    const houses = land.findSettlements(32, 0, 200)[0]!.buildings.filter(({ kind }) => kind !== 'well' && kind !== 'stall')
    let held = 0
    for (const house of houses) {
      for (let turn = 0; turn < 16; turn++) for (const off of [0.6, 1.6, 3]) {
        const angle = (turn / 16) * Math.PI * 2
        const [sin, cos] = [Math.sin(house.yaw), Math.cos(house.yaw)]
        const across = Math.max(-1, Math.min(1, Math.sin(angle) * 1.4)) * (house.width / 2 + off)
        const along = Math.max(-1, Math.min(1, Math.cos(angle) * 1.4)) * (house.depth / 2 + off)
        stand(house.x + across * cos + along * sin, house.z - across * sin + along * cos)
        if (buildingsNear(land, world.player.body.x, world.player.body.z).some((building) => isInside(building, world.player.body.x, world.player.body.z, 0.4))) continue
        // its back to the house
        game.look.yaw = Math.atan2(house.x - world.player.body.x, house.z - world.player.body.z)
        for (const pitch of [-0.3, -0.7, -1.1]) {
          game.look.pitch = pitch
          placeCamera(game, 0.05)
          const { x, z } = game.camera
          const roofed = buildingsNear(land, x, z).some((building) => isInRoof(building, game.camera, 0.05))
          // a roof so low that one stands with the head in it leaves the eye beside the head
          if (roofed) expect(reachOf()).toBeLessThan(0.6)
          if (reachOf() < 4.6 * Math.cos(pitch) - 0.5) held++
        }
      }
    }
    expect(held).toBeGreaterThan(20)
    stand(32 + 400, 300)
    game.look.pitch = -0.3
    placeCamera(game, 0.05)
    expect(reachOf()).toBeGreaterThan(4)
  })
})
