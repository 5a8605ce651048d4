/** For pages that are only counted: WebGL without painting. */

/** Runs in the page before anything else: WebGL stops before it fills pixels, which on a processor would drown all else. */
export function discardPixels(): void {
  const original = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: Parameters<typeof original>) {
    const context: RenderingContext | null = original.apply(this, args)
    if (context instanceof WebGL2RenderingContext) context.enable(context.RASTERIZER_DISCARD)
    return context
  } as typeof original
}
