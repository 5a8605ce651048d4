/** GLSL: where a vertex of the land is. */
import { airCarrier, airDeclarations } from '../../materials/air.ts'
import { CHUNK_QUADS } from '#worldgen/chunk.ts'
import { MORPH_BEGINS, MORPH_ENDS } from './chunk-stride.ts'

/**
 * Each vertex knows its own height and the height of the coarser surface at its place, and moves between them with distance.
 * On an edge to a coarser chunk it takes the coarser shape, on an edge to a finer one its own, so that edges always meet.
 */
export const terrainVertexShader = /* glsl */ `
precision highp sampler2DArray;
${airDeclarations}
${airCarrier}
uniform sampler2DArray uHeights;
/** A chunk of size s is drawn up to uMorphReach · s metres. */
uniform float uMorphReach;
/** x and z in drawn metres, size in metres, depth of the skirt in metres. */
attribute vec4 aPlace;
/** Slot, parent's slot (-1: none), quarter of the parent (x + 2 z), edges. */
attribute vec4 aLink;
/** 1 when it has just taken its parent's place .. 0. */
attribute float aFade;
varying vec3 vPosition;
varying vec2 vGrid;
varying float vMorph;
flat varying vec3 vSlots;

const int QUADS = ${CHUNK_QUADS};

float heightAt(ivec2 at, int slot) {
  return texelFetch(uHeights, ivec3(at + 1, slot), 0).r;
}

void main() {
  ivec2 at = ivec2(position.xz + 0.5);
  int slot = int(aLink.x + 0.5);
  float spacing = aPlace.z / float(QUADS);
  float own = heightAt(at, slot);
  #ifdef PLAIN
    // all but the finest chunks are drawn with every second vertex, and so is the parent that one becomes: its triangles span four cells
    ivec2 corner = at & ~3;
    ivec2 across = min(corner + 4, QUADS);
    vec2 share = vec2(at - corner) * 0.25;
    float one = heightAt(ivec2(across.x, corner.y), slot);
    float other = heightAt(ivec2(corner.x, across.y), slot);
    float coarse = share.x + share.y <= 1.0
      ? heightAt(corner, slot) * (1.0 - share.x - share.y) + one * share.x + other * share.y
      : heightAt(across, slot) * (share.x + share.y - 1.0) + other * (1.0 - share.x) + one * (1.0 - share.y);
  #else
    ivec2 odd = at & 1;
    ivec2 aside = ivec2(-odd.x, odd.y);
    float coarse = odd == ivec2(0) ? own : 0.5 * (heightAt(at + aside, slot) + heightAt(at - aside, slot));
  #endif
  vec3 place = vec3(aPlace.x + float(at.x) * spacing, own, aPlace.y + float(at.y) * spacing);

  float reach = uMorphReach * aPlace.z;
  float morph = smoothstep(${MORPH_BEGINS} * reach, ${MORPH_ENDS} * reach, distance(place, cameraPosition));
  int edges = int(aLink.w + 0.5);
  int edge = at.x == 0 ? edges & 3 : at.x == QUADS ? (edges >> 2) & 3 : at.y == 0 ? (edges >> 4) & 3 : at.y == QUADS ? (edges >> 6) & 3 : -1;
  if (edge == 1) morph = 1.0;
  else if (edge == 2) morph = 0.0;
  else if (edge == -1) morph = max(morph, aFade);
  if (aLink.y < -0.5) morph = 0.0;

  place.y = mix(own, coarse, morph) - position.y * aPlace.w;
  vPosition = place;
  carryAir(place);
  vGrid = vec2(at);
  vMorph = max(morph, aLink.y < -0.5 ? 0.0 : aFade);
  vSlots = aLink.xyz;
  gl_Position = projectionMatrix * viewMatrix * vec4(place, 1.0);
}
`
