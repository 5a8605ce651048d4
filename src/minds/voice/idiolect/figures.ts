/** Figures of speech by trade: what a smith, a fisher or an old person compares things with. They state no fact, promise nothing and ask nothing. */

/** What a figure goes with. */
export const MOMENTS = ['welcome', 'parting', 'well', 'unwell', 'unknown', 'work', 'listen', 'trouble', 'age'] as const
/** One of `MOMENTS`: a first word, a last, how one is, not knowing, one's work, somebody's remark, something lost, one's years. */
export type Moment = (typeof MOMENTS)[number]

type Figures = { readonly [M in Moment]: readonly string[] }

/** By the name of the trade, as people say it. */
export const FIGURES: { readonly [trade: string]: Figures } = {
  smith: {
    welcome: ['Iron keeps; people walk on.', 'A cold forge and a good talk go together.'], parting: ['May your nails hold.', 'Go while the iron’s hot, as we say.'], well: ['The fire draws well, as we say.', 'Good metal rings, and so do I.'], unwell: ['There’s a crack in the casting today.', 'Some days the iron won’t take the heat.'],
    unknown: ['That iron was never in my tongs.', 'You may as well ask the anvil.'], work: ['Hot iron, cold water, and again.', 'Fire does half of it; patience does the rest.'], listen: ['I’d let that cool before I touch it.', 'That wants another heat before it bends.'], trouble: ['Cold iron warms again.', 'Most of what breaks can be mended.'], age: ['Well hammered, every year of it.', 'No rust yet.'],
  },
  baker: {
    welcome: ['The dough can rise without me.', 'A warm day for new faces, as we say at the oven.'], parting: ['Never travel without a crust.', 'May your bread never burn.'], well: ['Risen nicely, as we say.', 'Golden all round.'], unwell: ['A bit flat, like dough in a draught.', 'Not quite risen today.'],
    unknown: ['Nobody ever gave me that recipe.', 'That’s flour from another mill.'], work: ['Up before the birds, and flour in everything.', 'Flour, water, salt, and nobody praises the oven.'], listen: ['That needs to rise a while.', 'I’d knead that over first.'], trouble: ['A warm crust helps, even with that.', 'It’s always in the last basket one looks in.'], age: ['Well baked by now.', 'Neither fresh nor stale.'],
  },
  innkeeper: {
    welcome: ['Every road comes past a barrel in the end.', 'There’s always room for one more at the table.'], parting: ['The door opens both ways.', 'May there be a bed at the end of your road.'], well: ['The barrel’s full and the roof is tight.', 'As lively as a full table.'], unwell: ['Flat as yesterday’s ale.', 'A bit of an empty taproom in here today.'],
    unknown: ['That one never stopped at my table.', 'One hears a lot over a jug, but not that.'], work: ['Beds, barrels, and other people’s troubles.', 'You pour, you listen, you sweep.'], listen: ['One hears all sorts over a jug.', 'That goes on the slate.'], trouble: ['Troubles shrink in company.', 'Half of what’s lost is under a bench somewhere.'], age: ['Well cellared.', 'Like the better barrels.'],
  },
  miller: {
    welcome: ['The stones can turn by themselves a moment.', 'The wheel brings everyone round.'], parting: ['May the wheel turn well for you.', 'Round you go, like the wheel.'], well: ['Turning smoothly, as the stones do.', 'Grist enough, and water enough.'], unwell: ['There’s grit between the stones today.', 'Low water on the wheel, so to speak.'],
    unknown: ['That grain never came to my mill.', 'There’s no flour in that sack.'], work: ['Grain goes in, dust comes out, and some of it is flour.', 'The stones do the work and make the noise.'], listen: ['That’ll have to go through the stones first.', 'All grist, as we say.'], trouble: ['The wheel turns, and not only downward.', 'Sift long enough and it shows.'], age: ['Ground, but not yet fine.', 'So many turns of the wheel.'],
  },
  farmer: {
    welcome: ['The rows will wait a moment; they’re good at it.', 'New faces are like rain, welcome when they come.'], parting: ['And shut the gate behind you, as we say.', 'May your path be dry and your boots drier.'], well: ['Green and growing.', 'Good soil under me today.'], unwell: ['A bit of frost on the crop today.', 'It’s a stony field today.'],
    unknown: ['That seed never fell on my ground.', 'Turnips, now, turnips I could tell you about.'], work: ['You bend down in spring and straighten up in autumn.', 'Mud, mostly, and then bread.'], listen: ['I’d dig that in and see what comes up.', 'That wants turning over.'], trouble: ['After a bad year one sows again.', 'The plough brings most things up, in time.'], age: ['Counted in harvests.', 'So many harvests, and not all of them good.'],
  },
  shepherd: {
    welcome: ['It’s good to hear a voice that doesn’t bleat.', 'Sheep run from bad people, and nobody’s running.'], parting: ['Keep the flock in sight, as we say.', 'May no wolf know your name.'], well: ['All sheep counted, as we say.', 'Good grass and no wolf.'], unwell: ['One of the flock is missing in here today.', 'It’s wet-wool weather in my head.'],
    unknown: ['That sheep never came through my gate.', 'The flock knows more about it than I do.'], work: ['You count, you walk, you count again.', 'It’s looking, mostly, and then suddenly running.'], listen: ['That’s one to chew on, as the flock does.', 'There’s time to think that over, up there.'], trouble: ['Strays come home oftener than you’d think.', 'Many a lost one turns up by evening.'], age: ['Counted twice, like the flock.', 'So many shearings.'],
  },
  carpenter: {
    welcome: ['The plank can wait; it was a tree for longer.', 'New timber in the yard, as we say.'], parting: ['May your doors shut and your roof hold.', 'Measure twice, walk once.'], well: ['Planed and level.', 'Every joint in its place.'], unwell: ['A bit out of true today.', 'There’s a knot in the board today.'],
    unknown: ['That’s a joint nobody taught me to cut.', 'There’s no such tool in my box.'], work: ['Measure twice, cut once, swear in between.', 'It’s all in the grain, once you can see it.'], listen: ['I’d run the plane over that.', 'That has a grain to it.'], trouble: ['It’s under something; things mostly are.', 'Behind the bench, that’s where things go.'], age: ['Seasoned, as we say.', 'Dry enough to work with.'],
  },
  weaver: {
    welcome: ['The loom stands still for a new face.', 'A fresh thread in an old cloth.'], parting: ['May your thread run long.', 'Mind you don’t snag.'], well: ['Not a thread loose.', 'The pattern’s coming out nicely.'], unwell: ['A few threads loose today.', 'There’s a knot in the yarn today.'],
    unknown: ['That thread never ran through my fingers.', 'It isn’t in my pattern.'], work: ['Over, under, and mind the edge.', 'Thread by thread; nobody sees it until it’s cloth.'], listen: ['That’s a thread worth pulling.', 'I’d weave that in somewhere.'], trouble: ['Follow the thread back; that’s how things are found.', 'A dropped stitch can be picked up.'], age: ['A good long weave.', 'Worn soft, not worn out.'],
  },
  herbalist: {
    welcome: ['The leaves dry without me.', 'New faces are good for the blood.'], parting: ['Drink something warm, wherever you end up.', 'Keep your feet dry; half of all ills begin there.'], well: ['Fresh as mint.', 'Good root, good leaf.'], unwell: ['A bitter leaf of a day.', 'Nothing that a tea would cure, and nothing it wouldn’t help.'],
    unknown: ['There’s no leaf for that in my basket.', 'That plant doesn’t grow here.'], work: ['Pick it at the right hour or leave it.', 'Half of it is leaves, the other half is listening.'], listen: ['I’d let that steep.', 'That wants a little honey to go down.'], trouble: ['Look low, near the roots; that’s where things hide.', 'Chamomile for the worry, and then look again.'], age: ['Some roots only get stronger.', 'Picked at about the right time.'],
  },
  fisher: {
    welcome: ['You never know what the tide carries in.', 'The nets can wait; they’re used to it.'], parting: ['Fair wind and a full net.', 'May the tide be with you.'], well: ['Calm water and a full net.', 'The tide’s with me.'], unwell: ['The tide’s out today.', 'There’s a bit of a swell on, inside.'],
    unknown: ['That fish never swam into my net.', 'Ask the tide; it won’t answer either.'], work: ['You wait, and then you pull.', 'Nets tear, fish don’t care, and out you go again.'], listen: ['I’d let out some line on that.', 'That’s a deep one.'], trouble: ['The water gives things back, now and then.', 'The tide turns, and things wash up.'], age: ['So many tides.', 'Salted, and keeping well.'],
  },
  'keeper of the shrine': {
    welcome: ['The lamp is lit for whoever comes.', 'The door is never barred, up at the lamp.'], parting: ['Go with a light before you.', 'May every lamp on your road be lit.'], well: ['The lamp burns steady.', 'Quiet within, as it should be.'], unwell: ['The wick smokes a little today.', 'A draught got at the flame today.'],
    unknown: ['Some doors stay shut, even to the one with the keys.', 'On that the old books are silent.'], work: ['You fill the lamp, you sweep, you are there.', 'It’s sweeping, mostly, and some of it is silence.'], listen: ['That’s a thing to sit with in the quiet.', 'Some things one says to the lamp first.'], trouble: ['A light in the window brings things home.', 'The lamp is for the lost, after all.'], age: ['So many jars of oil.', 'Each year lit from the last.'],
  },
  trader: {
    welcome: ['Looking costs nothing.', 'A new face is good for trade.'], parting: ['May you buy low and sleep well.', 'A fair price to you, wherever you go.'], well: ['More in than out, as we say.', 'The scales are level.'], unwell: ['It’s a poor market day, in here.', 'Short weight today, so to speak.'],
    unknown: ['That’s not among my wares.', 'There’s no price on that; nobody ever brought it in.'], work: ['You buy in the rain and sell in the sun.', 'Everything has a price; the trick is to say it kindly.'], listen: ['That’s worth something, told at the right table.', 'I’d weigh that twice.'], trouble: ['Things change hands; ask at every stall.', 'What’s lost in one place is sold in another.'], age: ['Fairly weighed.', 'And no discount.'],
  },
  woodcutter: {
    welcome: ['The log won’t run off.', 'It’s good to hear something that isn’t an axe.'], parting: ['Mind what falls.', 'May your woodpile outlast the winter.'], well: ['Sound wood, right to the heart.', 'Sharp as the axe.'], unwell: ['A blunt axe of a day.', 'There’s a bit of rot in the stump today.'],
    unknown: ['That tree doesn’t stand in my wood.', 'It’s all bark and no wood to me.'], work: ['Let the axe do it; that’s the whole trick.', 'It warms you twice, they say. Four times, if you stack it.'], listen: ['That goes on the pile with the rest.', 'That splits clean, the way you put it.'], trouble: ['Things hide under leaves; kick them about a bit.', 'The wood gives up most things by winter.'], age: ['You could count the rings.', 'A good few rings.'],
  },
  elder: {
    welcome: ['Old eyes are fond of new faces.', 'There’s room on the bench.'], parting: ['Don’t hurry; it gets no nearer.', 'Come back while I’m still about.'], well: ['At my age that is saying something.', 'Everything creaks, so everything’s still there.'], unwell: ['The bones tell tales today.', 'Age is not for the young.'],
    unknown: ['And I’ve forgotten more than most ever knew.', 'It may have been before even my time.'], work: ['A knife, a stick, and nobody waiting.', 'Idle hands get cold.'], listen: ['One hears that, or something like it, every twenty years.', 'I’d have argued with that once.'], trouble: ['Most of what was ever lost here was under a chair.', 'Longer searches than that have ended well.'], age: ['One stops counting, and then one starts again.', 'It goes quicker than they tell you.'],
  },
  child: {
    welcome: ['I can walk on the wall without holding on.', 'You’ll never find my hiding place.'], parting: ['I can run faster than you.', 'Bring something with wheels.'], well: ['My best stick is still mine.', 'Nobody has called me in yet.'], unwell: ['It isn’t fair today.', 'My knee has a scratch on it.'],
    unknown: ['Grown-ups know that, maybe.', 'Nobody tells me anything.'], work: ['It’s fetching, mostly.', 'Being big looks boring, anyway.'], listen: ['That’s a good one.', 'You talk like a grown-up.'], trouble: ['Things always hide when you look.', 'Things live under beds. Look there.'], age: ['And a half.', 'And soon more.'],
  },
}
