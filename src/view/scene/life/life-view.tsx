/** Life in the land: animals with their shadows, butterflies, fireflies and rings on water, in four draws. */
import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { Group } from 'three'
import { hourOf } from '#simulation/clock.ts'
import type { Threat } from '#simulation/wildlife/animal.ts'
import { createWildlife, MOST_ANIMALS } from '#simulation/wildlife/wildlife.ts'
import type { Session } from '#session/session.ts'
import { useSession } from '../../session-context.ts'
import { createSoftShadows } from '../npcs/soft-shadows.ts'
import { createAnimalDrawing } from './animal-drawing.ts'
import { createMotes } from './motes.ts'

/** Animals take this step; at most so many are made up for in one picture. */
const STEP_SECONDS = 0.05
const MOST_STEPS = 3
/** People frighten animals within this distance of the viewer only, and so many at most. Metres. */
const PEOPLE_METERS = 60
const MOST_THREATS = 12
/** How much further a runner is noticed, and how little those frighten who belong here. */
const RUN_SPEED = 3
const RUN_ALARM = 1.5
const PEOPLE_ALARM = 0.4
/** Metres within which animals have shadows. */
const SHADOW_METERS = 60

function createLife(session: Session) {
  const { ground } = session.run
  const wildlife = createWildlife(ground)
  const drawing = createAnimalDrawing()
  const motes = createMotes()
  const shadows = createSoftShadows(MOST_ANIMALS)
  const root = new Group()
  root.add(drawing.root, motes.mesh, shadows.mesh)
  const pool: Threat[] = Array.from({ length: MOST_THREATS }, () => ({ x: 0, z: 0, alarm: 1 }))
  const threats: Threat[] = []
  const at = { x: 0, y: 0, z: 0 }
  const rise = { riseX: 0, riseZ: 0 }
  const showing = { later: 0, seconds: 0, few: false, calm: false }
  let owed = 0

  function frighten(body: { x: number; z: number; velocityX: number; velocityZ: number }, alarm: number): void {
    const threat = pool[threats.length]
    if (!threat) return
    const runs = body.velocityX * body.velocityX + body.velocityZ * body.velocityZ > RUN_SPEED * RUN_SPEED
    threat.x = body.x
    threat.z = body.z
    threat.alarm = runs ? alarm * RUN_ALARM : alarm
    threats.push(threat)
  }

  return {
    root,
    update(seconds: number): void {
      const { world, origin } = session.run
      const { camera } = session
      owed = Math.min(owed + seconds, STEP_SECONDS * MOST_STEPS)
      if (owed >= STEP_SECONDS) {
        threats.length = 0
        frighten(world.player.body, 1)
        for (const { body } of world.npcs) if (Math.abs(body.x - camera.x) + Math.abs(body.z - camera.z) < PEOPLE_METERS) frighten(body, PEOPLE_ALARM)
        const hour = hourOf(world.worldSeconds)
        for (; owed >= STEP_SECONDS; owed -= STEP_SECONDS) wildlife.step(camera, threats, hour, STEP_SECONDS)
      }
      const settings = session.settings.getState()
      showing.later = owed
      showing.seconds = seconds
      showing.few = settings.quality === 'low'
      showing.calm = settings.reducedMotion
      drawing.show(wildlife.animals, camera, origin, showing)
      motes.update(ground, camera, origin)
      shadows.begin()
      for (const animal of wildlife.animals) {
        const dx = animal.x - camera.x
        const dz = animal.z - camera.z
        if (animal.kind.aloft || animal.kind.place === 'water' || dx * dx + dz * dz > SHADOW_METERS * SHADOW_METERS) continue
        at.x = animal.x - origin.x
        at.y = ground.heightAt(animal.x, animal.z)
        at.z = animal.z - origin.z
        ground.slopeAt(animal.x, animal.z, rise)
        shadows.put(at, rise, 0.6, 0.8 * Math.max(0, 1 - (animal.y - at.y) / 3) * (1 - Math.sqrt(dx * dx + dz * dz) / SHADOW_METERS))
      }
      shadows.end()
    },
    dispose(): void {
      drawing.dispose()
      motes.dispose()
      shadows.dispose()
    },
  }
}

/** Draws and moves what lives in the land around the eye. */
export function LifeView() {
  const session = useSession()
  const life = useMemo(() => createLife(session), [session])
  useEffect(() => () => life.dispose(), [life])
  useFrame((_, seconds) => life.update(session.hud.getState().paused ? 0 : Math.min(seconds, 0.15)))
  return <primitive object={life.root} dispose={null} />
}
