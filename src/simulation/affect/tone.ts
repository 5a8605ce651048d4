/** What a remark does to the one it is said to, from its words alone. */

/** A remark that matters beyond its content. */
export type Tone = 'insult' | 'threat' | 'thanks' | 'sorry' | 'compliment' | 'gift' | 'greeting'

const INSULT = /\b(?:you(?:'re| are| were)?|your (?:mother|father|face|work|bread|village|house|family)(?: is| are| was| were)?|such an?|what an?) (?:so |such |very |really |just |nothing but |all |an? |the |is |are |big |complete |total |stupid |old |dirty |filthy |damned |bloody )*(?:idiots?|fools?|stupid|ugly|liars?|pigs?|thie(?:f|ves)|cowards?|useless|worthless|dumb|moron|lazy|smelly|stink|scum|dirt|disgusting|pathetic|boring|rat|dog|swine|wretch|bastard|crook|hag|oaf|dull|a joke|rubbish|terrible|awful|horrible|goat|cow|donkey|ape|toad|witch)\b|\b(?:shut up|go to hell|i hate you|you stink|curse you|damn you|screw you|fuck (?:you|off)|get lost|nobody likes you|drop dead|piss off|you(?:'re| are)? (?:smell|stink|suck)|eat (?:dirt|dung))\b|^(?:(?:you|what an?|stupid|dirty|filthy|old|bloody) )*(?:moron|idiot|fool|liar|thief|coward|pig|swine|bastard|scum|rat|oaf|hag|imbecile|dimwit|jerk|loser|wretch)s?[\s!.]*$/i
const THREAT = /\b(?:i(?:'ll| will| am going to|'m going to| shall)|i'm gonna) (?:kill|hurt|hit|burn|stab|beat|break|rob|destroy|strangle|punch|slap|murder|end|cut) (?:you|your|this|down|all)|\b(?:or (?:else|i'll)|you(?:'ll| will) (?:regret|pay|be sorry|die)|give me (?:all )?your (?:money|coin|purse)|watch your back|your money or)\b/i
const THANKS = /\b(?:thank(?:s| you)|many thanks|grateful|much obliged|cheers for|i owe you|i (?:really |do )?appreciate (?:it|that|this|you)|appreciated?(?= it\b|[.!]*$))\b|^(?:cheers|thx|ta|ty)\b/i
const SORRY = /\b(?:(?:i'm|i am|so|very|really|truly)? ?sorry|forgive me|apolog(?:y|ies|ize|ise)|pardon me|my (?:bad|fault|mistake)|i feel (?:so |really |very )?(?:bad|terrible|awful|guilty) about (?:it|that|what)|didn't mean (?:to|that|it)|(?:(?:can|could|may|shall) (?:we|i)|let's|let us) (?:please |just )*(?:start|begin) (?:over|again|anew|afresh))\b/i
const COMPLIMENT = /\b(?:you(?:'re| are|'ve been| have been| look| seem| sing| work| bake)|your \w+(?: \w+)? (?:is|are|looks?|smells?|tastes?|sounds?)|what an?) (?:so |such |very |really |truly |an? |the |looking )*(?:kind|beautiful|lovely|wonderful|clever|good|great|nice|strong|handsome|pretty|brave|wise|funny|generous|skilled|talented|amazing|delicious|fine|helpful|sweet|best|splendid|well|excellent|impressive|interesting|cute|adorable|gorgeous|charming|smart|gentle|patient|friendly|honest|attractive|stunning|awesome|cool|brilliant|fantastic|adorable|lovable|likeable|a (?:good|great|nice|kind|true|dear) \w+|(?:my|the) (?:best|favou?rite|nicest|kindest|friendliest)(?: \w+)?)\b|\bi (?:like|love|admire) (?:you|your)\b|\bwell done\b/i
const GIFT = /\b(?:(?:here(?:'s| is| are| are some| you are|,)?|take) (?:a gift|this|some|these|an? (?:gift|present|apple|flower|loaf|coin)|the (?:bread|coin|flower))|here(?:'s| is| are) (?:an?|some|my|the|your|two|three) [\w' -]{2,40}? (?:for you|as a (?:gift|present))|i(?:'ve| have)? (?:brought|made|got|bought) you\b|i (?:brought|have|made|got|bought) (?:you|something for you|a (?:gift|present) for you|this for you)|a (?:gift|present) for you|this is for you|for you[,:]? (?:a|some|this)|i give you|let me give you|you can have (?:this|my))\b/i
const GREETING = /^(?:hello|hi|hey|good (?:morning|day|evening|afternoon)|greetings|well met|hail|howdy|hallo|salutations)\b[^?]{0,24}$/i

/** The tone of a remark; null when it has none beyond its content. */
export function toneOf(text: string): Tone | null {
  const plain = text.replace(/[’`]/g, "'")
  if (THREAT.test(plain)) return 'threat'
  if (INSULT.test(plain) && !/\b(?:not|never|no|isn't|aren't) (?:an? |so |such )?(?:fool|idiot|stupid|ugly|liar|useless|boring)/i.test(plain)) return 'insult'
  if (SORRY.test(plain) && !/sorry\?$|sorry to hear/i.test(plain)) return 'sorry'
  if (GIFT.test(plain)) return 'gift'
  if (THANKS.test(plain)) return 'thanks'
  if (COMPLIMENT.test(plain) && !plain.trim().endsWith('?')) return 'compliment'
  return GREETING.test(plain.trim()) ? 'greeting' : null
}
