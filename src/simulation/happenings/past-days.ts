/** How far back the news of a place goes that the player comes to for the first time. */

/** Days before the first visit of which people know news. */
export const PAST_DAYS = 6
