/** What people live by: where each trade is done and what its work looks like. */
import type { BuildingKind, SettlementPlan } from '#worldgen/sites/settlement-plan.ts'

type SpotKind = SettlementPlan['spots'][number]['kind']

/** A trade. */
type Trade = {
  /** As people say it: "the smith". */
  label: string
  /** Kinds of building it is done at, the best first; none for trades of the open. */
  workplaces: readonly BuildingKind[]
  /** Kinds of spot outdoors it is also done at. */
  spots: readonly SpotKind[]
  /** What it looks like indoors, in front of the door, and at a spot: "-ing" phrases. */
  inside: readonly string[]
  outside: readonly string[]
  atSpot: readonly string[]
  /** Why one works now: completes "it is morning and …". */
  reason: string
  /** Hours between which it is done. */
  from: number
  to: number
}

/** All trades. Children and elders have none to go to, but are called so. */
export const TRADES = {
  smith: { label: 'smith', workplaces: ['smithy', 'workshop'], spots: [], inside: ['hammering at the anvil', 'working the bellows'], outside: ['sharpening a scythe on the whetstone', 'sorting iron by the door', 'mending a hinge'], atSpot: [], reason: 'there is iron waiting at the forge', from: 7.5, to: 18 },
  baker: { label: 'baker', workplaces: ['bakery'], spots: ['woodpile'], inside: ['kneading dough', 'minding the oven'], outside: ['setting out bread', 'sweeping flour from the step', 'shaking out the flour sacks'], atSpot: ['choosing wood for the oven'], reason: 'there is bread to bake', from: 5, to: 14.5 },
  innkeeper: { label: 'innkeeper', workplaces: ['inn'], spots: [], inside: ['wiping down the tables', 'tapping a barrel'], outside: ['sweeping the step of the inn', 'rolling a barrel to the door', 'airing the bedding'], atSpot: [], reason: 'guests may come', from: 8, to: 21.5 },
  miller: { label: 'miller', workplaces: ['mill', 'barn'], spots: [], inside: ['minding the millstones', 'weighing flour'], outside: ['stacking sacks of grain', 'picking over the grain', 'greasing the mill shaft'], atSpot: [], reason: 'there is grain to grind', from: 7, to: 17.5 },
  farmer: { label: 'farmer', workplaces: ['farmhouse', 'barn'], spots: ['field', 'garden', 'orchard'], inside: ['mending harness', 'sorting seed'], outside: ['mending a hurdle by the door', 'feeding the hens'], atSpot: ['hoeing the rows', 'weeding', 'walking the furrows', 'picking stones from the field'], reason: 'the field will not wait', from: 6, to: 18 },
  shepherd: { label: 'shepherd', workplaces: ['barn', 'farmhouse'], spots: ['pen', 'field'], inside: ['carding wool in the barn'], outside: ['mending a crook', 'sorting fleeces'], atSpot: ['watching over the pasture', 'whistling across the pasture'], reason: 'the flock needs an eye on it', from: 6, to: 18.5 },
  carpenter: { label: 'carpenter', workplaces: ['workshop', 'barn'], spots: ['woodpile'], inside: ['planing a board', 'cutting a joint'], outside: ['shaving a beam', 'sawing planks by the door'], atSpot: ['choosing timber', 'splitting a log'], reason: 'somebody wants a door that shuts', from: 7.5, to: 18 },
  weaver: { label: 'weaver', workplaces: ['workshop', 'cottage'], spots: ['bench'], inside: ['working the loom'], outside: ['hanging dyed cloth to dry', 'winding yarn by the door'], atSpot: ['winding yarn', 'mending a shawl'], reason: 'the cloth is half done', from: 8, to: 18 },
  herbalist: { label: 'herbalist', workplaces: ['cottage', 'stall'], spots: ['garden', 'field'], inside: ['grinding dried leaves'], outside: ['tying herbs to dry', 'sorting roots'], atSpot: ['gathering herbs', 'looking closely at a leaf'], reason: 'the herbs are at their best now', from: 6.5, to: 17 },
  fisher: { label: 'fisher', workplaces: ['cottage'], spots: ['shore'], inside: ['knotting a net indoors'], outside: ['mending a net', 'scraping a hull board'], atSpot: ['casting a line', 'hauling a net', 'watching the water'], reason: 'the fish are biting', from: 5, to: 15.5 },
  keeper: { label: 'keeper of the shrine', workplaces: ['shrine'], spots: ['garden'], inside: ['tending the lamps'], outside: ['sweeping before the shrine', 'laying fresh flowers', 'polishing the bell'], atSpot: ['cutting flowers for the shrine'], reason: 'the shrine should be fit to be seen', from: 6.5, to: 18.5 },
  merchant: { label: 'trader', workplaces: ['stall', 'inn'], spots: [], inside: ['counting coins'], outside: ['setting out wares', 'calling prices', 'weighing beans'], atSpot: [], reason: 'people buy in the daylight', from: 8, to: 17 },
  woodcutter: { label: 'woodcutter', workplaces: ['barn', 'workshop'], spots: ['woodpile'], inside: ['oiling the axe'], outside: ['sharpening the axe', 'bundling kindling'], atSpot: ['splitting logs', 'stacking firewood'], reason: 'the woodpile is low', from: 7, to: 17.5 },
  child: { label: 'child', workplaces: [], spots: ['garden'], inside: [], outside: [], atSpot: ['pulling weeds for a grown-up'], reason: 'someone asked for help', from: 9, to: 11 },
  elder: { label: 'elder', workplaces: [], spots: ['bench', 'garden'], inside: ['whittling by the hearth'], outside: ['shelling peas by the door'], atSpot: ['whittling a spoon', 'mending a basket'], reason: 'idle hands ache', from: 9, to: 16 },
} as const satisfies { readonly [id: string]: Trade }
/** One of `TRADES`. */
export type TradeId = keyof typeof TRADES

/** The trade of that id, as a plain record. */
export function tradeOf(id: TradeId): Trade {
  return TRADES[id]
}
