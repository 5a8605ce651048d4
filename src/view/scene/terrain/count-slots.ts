/** How many chunks can be resident on this graphics card. */
import type { WebGLRenderer } from 'three'

/** Most chunks that can be resident; WebGL2 promises 256 layers, and nearly every card has more. */
const MOST_SLOTS = 512

/** Layers of an array texture, up to `MOST_SLOTS`: one for each resident chunk. */
export function countSlots(renderer: WebGLRenderer): number {
  const context = renderer.getContext() as WebGL2RenderingContext
  return Math.min(MOST_SLOTS, context.getParameter(context.MAX_ARRAY_TEXTURE_LAYERS) as number)
}
