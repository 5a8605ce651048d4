/** The eye as the terrain stream sees it: place, gaze and how fast it moves. */
import type { Viewpoint } from '#streaming/terrain-stream.ts'
import type { Game } from './game.ts'

/** Above this speed, metres a second, a change of place is a jump and predicts nothing. */
const FASTEST_METERS_PER_SECOND = 1500

/** A function that fills and returns the same viewpoint each frame, remembering where the eye was. */
export function createViewpoint(): (game: Game, seconds: number) => Viewpoint {
  const viewpoint: Viewpoint = { x: 0, y: 0, z: 0, yaw: 0, pitch: 0, velocityX: 0, velocityZ: 0, fieldOfView: 1, aspect: 1 }
  return (game, seconds) => {
    const { camera } = game
    if (seconds > 0) {
      const velocityX = (camera.x - viewpoint.x) / seconds
      const velocityZ = (camera.z - viewpoint.z) / seconds
      const jumped = Math.abs(velocityX) + Math.abs(velocityZ) > FASTEST_METERS_PER_SECOND
      viewpoint.velocityX = jumped ? 0 : viewpoint.velocityX * 0.7 + velocityX * 0.3
      viewpoint.velocityZ = jumped ? 0 : viewpoint.velocityZ * 0.7 + velocityZ * 0.3
    }
    viewpoint.x = camera.x
    viewpoint.y = camera.y
    viewpoint.z = camera.z
    viewpoint.yaw = camera.yaw
    viewpoint.pitch = camera.pitch
    viewpoint.fieldOfView = (camera.fieldOfView * Math.PI) / 180
    viewpoint.aspect = camera.aspect
    return viewpoint
  }
}
