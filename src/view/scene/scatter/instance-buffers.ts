/** The instance attributes of plants: place, look and tint, with fixed capacity, filled by index and sent in part. */
import { type BufferGeometry, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry } from 'three'

/** One instance as it is written. Metres from the anchor. */
export type InstanceRecord = {
  x: number
  y: number
  z: number
  scale: number
  lookX: number
  born: number
  reach: number
  stretch: number
  red: number
  green: number
  blue: number
  /** How it goes through the year: see `turnOf`. */
  turn: number
}

/** A record to be reused. */
export function createInstanceRecord(): InstanceRecord {
  return { x: 0, y: 0, z: 0, scale: 1, lookX: 0, born: 0, reach: 0, stretch: 1, red: 1, green: 1, blue: 1, turn: 0 }
}

/** Attributes of up to `capacity` instances over a base shape. */
export class InstanceBuffers {
  readonly geometry: InstancedBufferGeometry
  readonly capacity: number
  private readonly place: InstancedBufferAttribute
  private readonly look: InstancedBufferAttribute
  private readonly tint: InstancedBufferAttribute

  constructor(base: BufferGeometry, capacity: number) {
    this.capacity = capacity
    this.geometry = new InstancedBufferGeometry()
    for (const name of Object.keys(base.attributes)) this.geometry.setAttribute(name, base.getAttribute(name)!)
    this.geometry.setIndex(base.index)
    this.place = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4)
    this.look = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4)
    this.tint = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4)
    for (const [name, attribute] of [['place', this.place], ['look', this.look], ['tint', this.tint]] as const) {
      attribute.setUsage(DynamicDrawUsage)
      this.geometry.setAttribute(name, attribute)
    }
    this.geometry.instanceCount = 0
  }

  /** Writes one instance. */
  write(index: number, record: InstanceRecord): void {
    const place = this.place.array
    const look = this.look.array
    const tint = this.tint.array
    place[index * 4] = record.x
    place[index * 4 + 1] = record.y
    place[index * 4 + 2] = record.z
    place[index * 4 + 3] = record.scale
    look[index * 4] = record.lookX
    look[index * 4 + 1] = record.born
    look[index * 4 + 2] = record.reach
    look[index * 4 + 3] = record.stretch
    tint[index * 4] = record.red
    tint[index * 4 + 1] = record.green
    tint[index * 4 + 2] = record.blue
    tint[index * 4 + 3] = record.turn
  }

  /** Makes an instance vanish. */
  blank(index: number): void {
    this.place.array[index * 4 + 3] = 0
  }

  /** Copies `count` instances. */
  copy(from: number, to: number, count: number): void {
    this.place.array.copyWithin(to * 4, from * 4, (from + count) * 4)
    this.look.array.copyWithin(to * 4, from * 4, (from + count) * 4)
    this.tint.array.copyWithin(to * 4, from * 4, (from + count) * 4)
  }

  /** Sends instances `from` .. `from + count` to the device with the next frame. */
  send(from: number, count: number): void {
    if (count <= 0) return
    for (const attribute of [this.place, this.look, this.tint]) {
      attribute.addUpdateRange(from * attribute.itemSize, count * attribute.itemSize)
      attribute.needsUpdate = true
    }
  }

  dispose(): void {
    this.geometry.dispose()
  }
}
