/** The player's own body, seen from behind: a traveller with cloak and satchel. */
import { useEffect, useMemo } from 'react'
import { useFrame } from '@react-three/fiber'
import { Color, Group } from 'three'
import { lerp, wrapAngle } from '#core/scalar.ts'
import type { CameraPose, Run } from '#session/session.ts'
import { lampLightAt } from '../settlements/lamp-light.ts'
import { useSession } from '../../session-context.ts'
import { composePerson, shapeOf, type PersonLook } from '../npcs/compose-person.ts'
import { FULL_SIZE } from '../npcs/crowd.ts'
import { createPeopleBatch, type FaceLook } from '../npcs/people-batch.ts'
import { createMotion, moveBody, writeBones, type Drive } from '../npcs/person-motion.ts'
import { createSoftShadows } from '../npcs/soft-shadows.ts'

const TRAVELLER: PersonLook = {
  appearance: { height: 1.72, build: 0.96, skin: '#d9a680', hair: '#5a3c28', hairStyle: 'short', beard: false, hat: 'cap', garment: 'trousers', coat: '#5f7268', cloth: '#6b5744', accent: '#d9a441' },
  age: 27, female: false, trade: 'traveller', cloak: '#a5563f',
}
/** Metres between the camera and the head within which the body would be in the way. */
const TOO_CLOSE_METERS = 0.7

/** How long one stoops to drink. */
const DRINK_SECONDS = 1.8

/** Draws the player in third person; nothing in first. */
export function PlayerView() {
  const session = useSession()
  const figure = useMemo(createPlayerFigure, [])
  useEffect(() => () => figure.dispose(), [figure])
  useFrame((_, seconds) => figure.update(session.run, session.camera, session.hud.getState().paused ? 0 : Math.min(seconds, 0.1)))
  return <primitive object={figure.root} dispose={null} />
}

function createPlayerFigure() {
  const root = new Group()
  const batch = createPeopleBatch({ slots: 1, ...FULL_SIZE })
  const shadows = createSoftShadows(1)
  root.add(batch.mesh, shadows.mesh)
  const shape = shapeOf(TRAVELLER)
  const motion = createMotion(0.4)
  const brow = new Color(TRAVELLER.appearance.hair).multiplyScalar(0.6)
  const face: FaceLook = { pleasure: 0.3, arousal: 0, lids: 1, mouth: 0, eyesX: 0, eyesY: 0, presence: 1, headY: shape.headY, headRadius: shape.headRadius, age: 0, brow: [brow.r, brow.g, brow.b], lamp: 0, armed: false }
  const drive: Drive = { x: 0, y: 0, z: 0, yaw: 0, riseX: 0, riseZ: 0, doing: 'stand', sign: null, speaking: false, lively: 0.5, gazing: false, gazeX: 0, gazeY: 0, gazeZ: 0, tool: 'none' }
  const at = { x: 0, y: 0, z: 0 }
  let slot = -1

  return {
    root,
    update(run: Run, camera: CameraPose, seconds: number): void {
      const { body, pitch } = run.world.player
      const { alpha } = run
      drive.x = lerp(body.previous.x, body.x, alpha)
      drive.y = lerp(body.previous.y, body.y, alpha)
      drive.z = lerp(body.previous.z, body.z, alpha)
      root.visible = camera.mode === 'third' && Math.hypot(camera.x - drive.x, camera.y - drive.y - shape.headY, camera.z - drive.z) > TOO_CLOSE_METERS
      if (!root.visible) {
        motion.fresh = true
        return
      }
      if (slot < 0) slot = batch.take(composePerson(TRAVELLER, true))
      drive.yaw = body.previous.yaw + wrapAngle(body.yaw - body.previous.yaw) * alpha
      drive.doing = body.swimming ? 'swim' : !body.grounded ? 'leap' : run.seconds - run.drankSeconds < DRINK_SECONDS ? 'gather' : 'stand'
      const rise = body.grounded && !body.swimming && run.ground.floorAt(drive.x, drive.z, drive.y) <= run.ground.heightAt(drive.x, drive.z) ? run.ground.slopeAt(drive.x, drive.z, drive) : 0
      drive.riseX *= rise
      drive.riseZ *= rise
      // The traveller looks where the camera looks.
      drive.gazing = !body.swimming
      drive.gazeX = drive.x - Math.sin(camera.yaw) * 6
      drive.gazeY = drive.y + shape.headY + Math.tan(Math.max(-0.9, Math.min(0.9, pitch))) * 6
      drive.gazeZ = drive.z - Math.cos(camera.yaw) * 6
      moveBody(motion, shape, drive, seconds)
      at.x = drive.x - run.origin.x
      at.y = drive.y
      at.z = drive.z - run.origin.z
      writeBones(motion, shape, at, batch.rows, 0)
      face.lamp = lampLightAt(drive.x, drive.z)
      face.lids = motion.lids
      face.eyesX = motion.eyesX
      face.eyesY = motion.eyesY
      batch.writeFace(slot, face)
      batch.upload()
      shadows.begin()
      if (!body.swimming) {
        at.y = body.grounded ? at.y : run.ground.floorAt(drive.x, drive.z, drive.y)
        shadows.put(at, drive, shape.height, body.grounded ? 1 : 0.7)
      }
      shadows.end()
    },
    dispose(): void {
      batch.dispose()
      shadows.dispose()
    },
  }
}
