/** Numbers and prices as people say them. */

/** Pennies of a shilling. */
const SHILLING = 12

/** A price as people say it: “a penny”, “three pennies”, “a shilling and sixpence” as “one shilling and six pennies”. */
export function priceWords(pennies: number): string {
  if (pennies < 0.5) return 'four for a penny'
  const shillings = Math.floor(pennies / SHILLING)
  const rest = pennies % SHILLING
  const parts = [shillings > 0 ? (shillings === 1 ? 'a shilling' : `${numberWord(shillings)} shillings`) : '', rest > 0 ? (rest === 1 ? 'a penny' : `${numberWord(rest)} pennies`) : '']
  return parts.filter((part) => part !== '').join(' and ')
}

/** A whole number in words up to twelve, else in digits. */
export function numberWord(n: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][n] ?? String(n)
}
