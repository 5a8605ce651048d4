/** How what is drawn joins what is there, where three's own ways do not do. */
import { CustomBlending, MaxEquation, OneFactor, OneMinusSrcAlphaFactor, SrcAlphaFactor, ZeroFactor } from 'three'

/** Laid over by its alpha; the canvas itself stays opaque, and the page behind it never shows. */
export const LAID_OVER = { blending: CustomBlending, blendSrc: SrcAlphaFactor, blendDst: OneMinusSrcAlphaFactor, blendSrcAlpha: ZeroFactor, blendDstAlpha: OneFactor, depthWrite: false } as const

/** The larger of what is there and what is drawn: shade upon shade is no darker. */
export const THE_LARGER = { transparent: true, blending: CustomBlending, blendEquation: MaxEquation, blendSrc: OneFactor, blendDst: OneFactor, depthTest: false, depthWrite: false } as const
