/** What a new player has in the purse: a shilling, in pennies. */
export const FIRST_PENNIES = 12
