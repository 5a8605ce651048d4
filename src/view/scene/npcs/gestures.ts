/** What bodies do besides walking: talk with their hands, work at their trade, sit, eat, pray, play, shelter, swim, leap. Each adds to a pose by a share 0..1. */
import { smoothstep } from '#core/scalar.ts'
import type { BodyShape } from './body-shape.ts'
import { bringArm, type Pose } from './pose.ts'

/** What a body is seen doing. */
export type Doing = 'stand' | 'sit' | 'sleep' | 'eat' | 'hammer' | 'hoe' | 'chop' | 'sweep' | 'fish' | 'fiddle' | 'lean' | 'gather' | 'saw' | 'offer' | 'pray' | 'play' | 'shelter' | 'warm' | 'haul' | 'swim' | 'leap' | 'dine' | 'crouch' | 'tell' | 'low' | 'perch' | 'low-fiddle' | 'low-dine' | 'perch-dine' | 'strew'

const WORK: { readonly [trade: string]: Doing } = {
  smith: 'hammer', baker: 'sweep', innkeeper: 'sweep', miller: 'gather', farmer: 'hoe', shepherd: 'lean', carpenter: 'saw', weaver: 'fiddle', herbalist: 'gather', fisher: 'fish', keeper: 'sweep', merchant: 'offer', woodcutter: 'chop', child: 'gather', elder: 'fiddle',
}

/** What someone is seen doing by the name of the skill being carried out, their trade, and what their activity is called. */
export function doingOf(skillId: string | null, trade: string, activity: string): Doing {
  switch (skillId) {
    case 'sleep': return 'sleep'
    case 'eat': return activity.includes('bench') ? 'dine' : activity.includes('doorstep') ? 'low-dine' : activity.includes('rim') ? 'perch-dine' : 'eat'
    case 'sit': return activity.includes('doorstep') ? 'low' : activity.includes('rim') ? 'perch' : 'sit'
    case 'pray': return 'pray'
    case 'play': return 'play'
    case 'gather': return activity.endsWith('on a log') ? (/whittl|mending|carding/.test(activity) ? 'low-fiddle' : 'low') : activity.includes('fire') ? fireside(activity) : /feast|with a cup/.test(activity) ? 'eat' : activity.includes('mourn') ? 'pray' : 'stand'
    case 'fetch': return activity.includes('drawing') ? 'haul' : 'gather'
    case 'flee-rain': return activity.includes('eaves') ? 'stand' : 'shelter'
    case 'eaves': return activity.includes('door') ? 'lean' : activity.includes('hens') ? 'strew' : /washing|firewood/.test(activity) ? 'gather' : 'stand'
    case 'vigil': return activity.includes('doorstep') ? 'low' : 'stand'
    case 'go-to': return activity.includes('grave') ? 'pray' : activity.includes('mending') ? 'hammer' : activity.includes('bringing it in') ? (trade === 'farmer' ? 'hoe' : 'gather') : 'stand'
    case 'tend': return activity.includes('sweep') ? 'sweep' : activity.includes('kindling') ? 'chop' : activity.includes('hens') ? 'strew' : trade === 'farmer' || activity.includes('soil') ? 'hoe' : 'gather'
    case 'work':
      if (/net|yarn|whittl|shawl|harness|basket|peas/.test(activity)) return 'fiddle'
      if (/sweep/.test(activity)) return 'sweep'
      if (/saw|plan|shav|sharpen/.test(activity)) return 'saw'
      if (/split|chop/.test(activity)) return 'chop'
      if (/weed|pick|root|herb|flower|hens|stack|sort/.test(activity)) return 'gather'
      if (/watch|whistl/.test(activity)) return 'lean'
      return WORK[trade] ?? 'stand'
    default: return 'stand'
  }
}

/** What is seen of somebody by the fire. */
function fireside(activity: string): Doing {
  if (/story by|singing/.test(activity)) return 'tell'
  if (/whittl|mending|carding/.test(activity)) return 'fiddle'
  if (/poking|roasting/.test(activity)) return 'crouch'
  return /listening|dozing/.test(activity) ? 'lean' : 'warm'
}

/** Height of the hips of whoever sits on a bench, on a log or step, on the rim of a well, metres. */
const BENCH_HIPS = 0.55
const LOW_HIPS = 0.42
const RIM_HIPS = 0.87

/** Adds a doing to a pose; `clock` in seconds of this body. */
export function perform(doing: Doing, shape: BodyShape, pose: Pose, share: number, clock: number): void {
  if (share <= 0.001) return
  const s = shape.height / 1.7
  const beat = (seconds: number): number => (clock / seconds) % 1
  switch (doing) {
    case 'stand':
      return
    case 'sit': {
      // benches are as high for everybody
      pose.y += (BENCH_HIPS - shape.hipY - pose.y) * share
      pose.z += 0.1 * share
      for (const leg of [pose.leftLeg, pose.rightLeg]) {
        leg.z += (-(shape.hipY - shape.kneeY) * 0.92 - leg.z) * share
        leg.y += (shape.ankleY - leg.y) * share
      }
      pose.pelvis.pitch += 0.08 * share
      pose.chest.pitch -= 0.04 * share
      for (const arm of [pose.left, pose.right]) bringArm(arm, { pitch: 0.5, out: 0.1, elbow: 0.75, twist: 0.35 }, share)
      return
    }
    case 'low':
    case 'low-fiddle':
      // on a log or a step: the seat is below the knees
      pose.y += (LOW_HIPS - shape.hipY - pose.y) * share
      pose.z += 0.08 * share
      for (const [side, leg] of [[1, pose.leftLeg], [0.6, pose.rightLeg]] as const) {
        leg.z += (-(0.3 + 0.12 * side) * s - leg.z) * share
        leg.y += (shape.ankleY - leg.y) * share
      }
      pose.pelvis.pitch -= 0.06 * share
      pose.chest.pitch -= 0.16 * share
      if (doing === 'low-fiddle') perform('fiddle', shape, pose, share, clock)
      else for (const arm of [pose.left, pose.right]) bringArm(arm, { pitch: 0.72, out: 0.08, elbow: 0.62, twist: 0.5 }, share)
      return
    case 'perch':
      // on the rim of a well: half sitting, the feet on the ground before it
      pose.y += (RIM_HIPS - shape.hipY - pose.y) * Math.min(1, share) * (shape.hipY > 0.8 ? 1 : 0.4)
      pose.z += 0.3 * share
      for (const leg of [pose.leftLeg, pose.rightLeg]) {
        leg.z += (-0.12 * s - leg.z) * share
        leg.y += (shape.ankleY - leg.y) * share
      }
      pose.chest.pitch -= 0.1 * share
      bringArm(pose.left, { pitch: -0.25, out: 0.28, elbow: 0.35, twist: 0 }, share)
      bringArm(pose.right, { pitch: 0.45, out: 0.06, elbow: 0.8, twist: 0.45 }, share)
      return
    case 'strew': {
      const t = beat(1.9)
      const swing = t < 0.5 ? Math.sin(t * 2 * Math.PI) : 0
      bringArm(pose.left, { pitch: 0.5 + 0.75 * Math.max(0, swing), out: 0.12 + 0.35 * Math.max(0, swing), elbow: 1.1 - 0.7 * Math.max(0, swing), twist: 0.3 }, share)
      bringArm(pose.right, { pitch: 0.2, elbow: 1.35, out: 0.12, twist: 0.3, hand: -1.4 }, share)
      pose.chest.pitch -= 0.18 * share
      pose.head.pitch -= 0.22 * share
      return
    }
    case 'sleep':
      pose.pelvis.pitch += (1.45 - pose.pelvis.pitch) * share
      pose.y += (0.16 * s - shape.hipY - pose.y) * share
      for (const leg of [pose.leftLeg, pose.rightLeg]) {
        leg.free = share
        leg.thigh = 0.12
        leg.knee = 0.25
      }
      pose.chest.pitch = 0.02 * Math.sin(clock * 1.1)
      return
    case 'eat': {
      const bite = Math.max(0, Math.sin(clock * 1.3))
      bringArm(pose.right, { pitch: 0.55 + 0.4 * bite, out: 0.08, elbow: 1.5 + 0.75 * bite, twist: 0.55, hand: 0.2 }, share)
      bringArm(pose.left, { pitch: 0.5, elbow: 1.35, twist: 0.5 }, share)
      pose.head.pitch -= (0.2 - 0.12 * bite) * share
      return
    }
    case 'dine':
      perform('sit', shape, pose, share, clock)
      perform('eat', shape, pose, share, clock)
      return
    case 'low-dine':
    case 'perch-dine':
      perform(doing === 'low-dine' ? 'low' : 'perch', shape, pose, share, clock)
      perform('eat', shape, pose, share, clock)
      return
    case 'crouch':
      pose.y -= 0.4 * s * share
      pose.pelvis.pitch -= 0.22 * share
      pose.chest.pitch -= 0.3 * share
      pose.leftLeg.z -= 0.2 * s * share
      pose.rightLeg.z += 0.14 * s * share
      bringArm(pose.right, { pitch: 0.95 + 0.06 * Math.sin(clock * 1.7), elbow: 0.45, out: 0.04, twist: 0.2 }, share)
      bringArm(pose.left, { pitch: 0.6, elbow: 1.2, out: 0.05, twist: 0.4 }, share)
      return
    case 'tell': {
      const wide = 0.5 + 0.5 * Math.sin(clock * 0.9)
      bringArm(pose.right, { pitch: 0.7 + 0.5 * wide + 0.15 * Math.sin(clock * 2.3), elbow: 1.1 - 0.4 * wide, out: 0.2 + 0.35 * wide, handRoll: 0.5 }, share)
      bringArm(pose.left, { pitch: 0.55 + 0.3 * Math.sin(clock * 1.4 + 2), elbow: 1.2, out: 0.2 + 0.2 * wide, handRoll: 0.3 }, share)
      pose.chest.yaw += 0.12 * Math.sin(clock * 0.7) * share
      pose.head.pitch += 0.05 * Math.sin(clock * 2.1) * share
      return
    }
    case 'hammer': {
      const t = beat(0.95)
      const up = t < 0.6 ? Math.sin((t / 0.6) * Math.PI * 0.5) : 1 - ((t - 0.6) / 0.4) ** 2 * 1
      bringArm(pose.right, { pitch: 0.35 + 1.5 * up, elbow: 0.7 + 1.0 * up, out: 0.2, twist: 0.2, hand: -0.2 }, share)
      bringArm(pose.left, { pitch: 0.75, elbow: 0.9, twist: 0.5 }, share)
      pose.chest.pitch -= (0.28 - 0.14 * up) * share
      pose.chest.yaw += (-0.12 - 0.1 * up) * share
      pose.head.pitch -= 0.18 * share
      pose.y -= (0.045 - 0.02 * up) * share
      return
    }
    case 'hoe':
    case 'chop': {
      const t = beat(doing === 'chop' ? 1.9 : 1.6)
      const up = t < 0.62 ? 0.5 - 0.5 * Math.cos((t / 0.62) * Math.PI) : Math.max(0, 1 - ((t - 0.62) / 0.16) ** 2)
      const high = doing === 'chop' ? 2.1 : 1.15
      bringArm(pose.right, { pitch: 0.55 + high * up, elbow: 0.35 + 0.85 * up, out: 0.02, twist: 0.35, hand: doing === 'chop' ? 0.5 - 0.7 * (1 - up) : -1.0 + 0.9 * up }, share)
      bringArm(pose.left, { pitch: 0.75 + high * 0.85 * up, elbow: 0.45 + 0.6 * up, out: -0.05, twist: 0.55 }, share)
      pose.chest.pitch -= (0.5 - 0.5 * up) * share
      pose.pelvis.pitch -= (0.16 - 0.16 * up) * share
      pose.y -= (0.09 - 0.09 * up) * s * share
      pose.leftLeg.z -= 0.16 * s * share
      pose.rightLeg.z += 0.12 * s * share
      pose.head.pitch -= 0.1 * share
      return
    }
    case 'sweep':
    case 'saw': {
      const fast = doing === 'saw' ? 5.2 : 2.6
      const to = Math.sin(clock * fast)
      bringArm(pose.right, { pitch: 0.5 + 0.22 * to, elbow: doing === 'saw' ? 1.1 - 0.5 * to : 0.8, out: 0.08, twist: 0.3 + (doing === 'sweep' ? 0.25 * to : 0), hand: doing === 'saw' ? -0.9 : -1.5 }, share)
      bringArm(pose.left, { pitch: 0.72 + 0.12 * to, elbow: 0.95, out: 0.02, twist: 0.6 }, share)
      pose.chest.yaw += to * 0.2 * share
      pose.chest.pitch -= 0.22 * share
      pose.head.pitch -= 0.16 * share
      pose.leftLeg.z -= 0.1 * s * share
      return
    }
    case 'fish':
      bringArm(pose.right, { pitch: 0.55 + 0.04 * Math.sin(clock * 0.9), elbow: 0.9, twist: 0.25, hand: 0.12 * Math.max(0, Math.sin(clock * 0.37) - 0.8) * 8 - 0.6 }, share)
      bringArm(pose.left, { pitch: 0.45, elbow: 1.15, twist: 0.6 }, share)
      pose.chest.pitch -= 0.06 * share
      pose.head.pitch -= 0.1 * share
      return
    case 'fiddle':
      bringArm(pose.right, { pitch: 0.45 + 0.05 * Math.sin(clock * 5.1), elbow: 1.5 + 0.14 * Math.sin(clock * 4.3), twist: 0.6, hand: 0.2 * Math.sin(clock * 6) }, share)
      bringArm(pose.left, { pitch: 0.45, elbow: 1.5 + 0.06 * Math.sin(clock * 3.1 + 1), twist: 0.62 }, share)
      pose.head.pitch -= 0.3 * share
      pose.chest.pitch -= 0.06 * share
      return
    case 'lean':
      bringArm(pose.right, { pitch: 0.42, elbow: 1.12, out: 0.12, hand: -0.05 }, share)
      bringArm(pose.left, { pitch: 0.42, elbow: 1.25, twist: 0.75 }, share)
      pose.pelvis.roll -= 0.06 * share
      pose.x += 0.03 * share
      return
    case 'gather': {
      const dip = 0.5 - 0.5 * Math.cos(Math.min(1, beat(3.6) * 1.5) * Math.PI * 2)
      pose.chest.pitch -= (0.3 + 0.62 * dip) * share
      pose.pelvis.pitch -= 0.35 * dip * share
      pose.y -= (0.05 + 0.17 * dip) * s * share
      pose.z += 0.1 * dip * share
      bringArm(pose.right, { pitch: 0.5 + 0.5 * dip, elbow: 1.1 - 0.85 * dip, twist: 0.25 }, share)
      bringArm(pose.left, { pitch: 0.45 + 0.3 * dip, elbow: 1.2 - 0.4 * dip, twist: 0.45 }, share)
      pose.leftLeg.z -= 0.14 * s * share
      pose.rightLeg.z += 0.08 * s * share
      return
    }
    case 'offer': {
      const to = Math.sin(clock * 1.1)
      bringArm(pose.right, { pitch: 0.5 + 0.25 * Math.max(0, to), elbow: 1.15 - 0.3 * Math.max(0, to), out: 0.18 + 0.2 * Math.max(0, to), handRoll: 0.6 }, share)
      bringArm(pose.left, { pitch: 0.35, elbow: 1.35, twist: 0.55 }, share)
      return
    }
    case 'pray':
      for (const arm of [pose.left, pose.right]) bringArm(arm, { pitch: 0.62, elbow: 1.85, twist: 0.62, hand: 0.2 }, share)
      pose.head.pitch -= 0.42 * share
      pose.chest.pitch -= 0.07 * share
      return
    case 'play': {
      const hop = Math.abs(Math.sin(clock * 5.5))
      pose.y += 0.13 * hop * s * share
      for (const leg of [pose.leftLeg, pose.rightLeg]) {
        leg.y += 0.11 * hop * s * share
        leg.pitch -= 0.4 * hop * share
      }
      bringArm(pose.left, { pitch: 0.6, out: 0.5 + 0.7 * hop, elbow: 0.5 }, share)
      bringArm(pose.right, { pitch: 0.6, out: 0.5 + 0.7 * hop, elbow: 0.5 }, share)
      return
    }
    case 'shelter':
      for (const arm of [pose.left, pose.right]) bringArm(arm, { pitch: 2.2, elbow: 1.75, twist: 0.5, out: 0.15 }, share)
      pose.chest.pitch -= 0.16 * share
      return
    case 'warm': {
      const rub = Math.sin(clock * 7) * smoothstep(0.3, 0.8, Math.sin(clock * 0.7))
      bringArm(pose.right, { pitch: 0.78 + 0.05 * rub, elbow: 0.95, out: 0.06, twist: 0.3, hand: -0.25 }, share)
      bringArm(pose.left, { pitch: 0.74 - 0.05 * rub, elbow: 1.0, out: 0.06, twist: 0.3, hand: -0.25 }, share)
      pose.chest.pitch -= 0.08 * share
      return
    }
    case 'haul': {
      const to = Math.sin(clock * 3.2)
      bringArm(pose.right, { pitch: 1.15 + 0.5 * to, elbow: 0.75 - 0.35 * to, twist: 0.35 }, share)
      bringArm(pose.left, { pitch: 1.15 - 0.5 * to, elbow: 0.75 + 0.35 * to, twist: 0.35 }, share)
      pose.chest.pitch -= (0.2 + 0.05 * to) * share
      pose.leftLeg.z -= 0.12 * s * share
      return
    }
    case 'swim': {
      const stroke = beat(1.5) * Math.PI * 2
      pose.pelvis.pitch += (-1.25 - pose.pelvis.pitch) * share
      // the back is at the surface, the face above it
      pose.y += (0.34 - pose.y * 0.5) * share
      pose.chest.pitch = (0.12 + 0.05 * Math.sin(stroke)) * share
      pose.head.pitch = 0.72 * share
      const sweep = 0.5 - 0.5 * Math.cos(stroke)
      for (const arm of [pose.left, pose.right]) bringArm(arm, { pitch: 2.75 - 1.6 * sweep, out: 0.15 + 1.0 * Math.sin(Math.min(1, sweep * 1.2) * Math.PI * 0.9), elbow: 0.25 + 0.9 * sweep * (1 - sweep) * 4, twist: 0 }, share)
      const kick = Math.sin(stroke + 0.6)
      for (const leg of [pose.leftLeg, pose.rightLeg]) {
        leg.free = share
        leg.thigh = 0.35 * Math.max(0, kick)
        leg.knee = 0.2 + 0.9 * Math.max(0, kick)
      }
      return
    }
    case 'leap':
      pose.leftLeg.y += 0.2 * s * share
      pose.leftLeg.z -= 0.2 * s * share
      pose.rightLeg.y += 0.1 * s * share
      pose.rightLeg.z += 0.22 * s * share
      pose.leftLeg.pitch -= 0.3 * share
      pose.rightLeg.pitch -= 0.7 * share
      bringArm(pose.left, { out: 0.7, pitch: 0.5, elbow: 0.6 }, share)
      bringArm(pose.right, { out: 0.7, pitch: -0.2, elbow: 0.6 }, share)
      pose.cape += 0.35 * share
  }
}

/** Signs made with the body, for a moment. */
export type Sign = 'nod' | 'wave' | 'shrug' | 'bow' | 'startle' | 'shake' | 'reach' | 'fall' | 'lift'

/** Adds a sign to a pose; `clock` in seconds of this body. */
export function signal(sign: Sign, shape: BodyShape, pose: Pose, share: number, clock: number): void {
  if (share <= 0.001) return
  switch (sign) {
    case 'nod':
      pose.head.pitch -= (0.14 + 0.14 * Math.sin(clock * 8)) * share
      return
    case 'wave':
      bringArm(pose.right, { pitch: 2.55, out: 0.35 + 0.2 * Math.sin(clock * 9), elbow: 0.5 + 0.3 * Math.sin(clock * 9), twist: 0 }, share)
      return
    case 'lift':
      bringArm(pose.right, { pitch: 1.5, out: 0.22, elbow: 0.3 + 0.12 * Math.sin(clock * 4), twist: 0, hand: -0.1 }, share)
      return
    case 'shrug':
      for (const arm of [pose.left, pose.right]) bringArm(arm, { pitch: 0.35, out: 0.42, elbow: 1.35, twist: -0.5, hand: -0.4 }, share)
      pose.head.roll += 0.16 * share
      return
    case 'bow':
      pose.chest.pitch -= 0.55 * share
      pose.head.pitch -= 0.25 * share
      bringArm(pose.right, { pitch: 0.5, elbow: 1.7, twist: 0.6 }, share)
      return
    case 'startle':
      for (const arm of [pose.left, pose.right]) bringArm(arm, { pitch: 0.85, out: 0.3, elbow: 1.95, twist: 0.1, hand: -0.5 }, share)
      pose.chest.pitch += 0.14 * share
      pose.y -= 0.04 * share
      return
    case 'shake':
      bringArm(pose.right, { pitch: 1.75 + 0.2 * Math.sin(clock * 12), out: 0.2, elbow: 1.25 + 0.3 * Math.sin(clock * 12), twist: 0.1 }, share)
      pose.chest.pitch -= 0.14 * share
      return
    case 'reach':
      for (const arm of [pose.left, pose.right]) bringArm(arm, { pitch: 0.95, out: 0.05, elbow: 0.35, twist: 0.2 }, share)
      pose.chest.pitch -= 0.55 * share
      pose.pelvis.pitch -= 0.2 * share
      pose.y -= 0.14 * share
      return
    case 'fall':
      perform('sleep', shape, pose, share, clock)
      bringArm(pose.right, { pitch: 1.6 + 0.3 * Math.sin(clock * 4), out: 0.2, elbow: 0.6 }, share)
  }
}

/** Hands and head of someone who speaks; `wild` 0..1 by temper. */
export function speak(pose: Pose, share: number, clock: number, wild: number): void {
  if (share <= 0.001) return
  const a = Math.sin(clock * 2.1) + 0.5 * Math.sin(clock * 3.7 + 1)
  const b = Math.sin(clock * 1.7 + 2) + 0.5 * Math.sin(clock * 4.1)
  const open = 0.5 + 0.5 * wild
  bringArm(pose.right, { pitch: 0.42 + 0.22 * a * open, elbow: 1.25 + 0.28 * b * open, out: 0.16 + 0.1 * a * open, twist: 0.15, handRoll: 0.3 * b, hand: 0.1 }, share * 0.9)
  bringArm(pose.left, { pitch: 0.28 + 0.15 * b * open, elbow: 1.05 + 0.25 * a * open, out: 0.14, twist: 0.3 }, share * (0.35 + 0.5 * wild))
  pose.head.pitch += 0.05 * a * share
  pose.head.roll += 0.05 * b * share
  pose.chest.pitch += 0.02 * b * share
}
