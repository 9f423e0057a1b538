import type { SellingTalk } from '../../selling/selling-talk.ts';

/** How shoppers speak in English when they choose. */
export const SELLING_EN: SellingTalk = {
  wishes: {
    bundle:
      /(?:how much|how far|what|add|reach|away|more|need).{0,24}free (?:shipping|delivery)|to get free (?:shipping|delivery)/,
    brand: /(?:another|other|different) brands?/,
    beside:
      /goes? (?:well |nicely )?with|pairs? (?:well )?with|to match|accessor|what else (?:do i|should i|would i) (?:need|get)|go along with/,
    similar: /similar|alternatives?\b|(?:something|anything|ones?|more) like (?:this|it|that|these)/,
    others:
      /(?:is )?that (?:all|it)\?|none of (?:these|those|them)|(?:don't|do not|dont) (?:like|want) (?:these|those|them|any|this|it|that)|not (?:these|those|any of)|show (?:me )?(?:some |the )?(?:others?|more|different)|(?:any|some|see|the) others\b|something else|what else (?:do you have|have you|is there)|other (?:ones|options)|more options/,
    cheaper:
      /(?:something|anything|any|some|a) ?(?:bit )?(?:cheaper|less expensive|more affordable)|^(?:a bit |much |way |even )?cheaper[.!?]?$|(?:too|bit|very|so) (?:expensive|pricey|dear)|(?:over|above|beyond) my budget|can't afford|less expensive (?:ones?|options?)|cheaper (?:ones|options)/,
    dearer:
      /(?:something|anything|a bit|bit) (?:nicer|better|fancier|more premium)|higher end|high end|better quality|more premium/,
    any: /^(?:any(?:thing)?|either|whatever|i don't mind|no preference|doesn't matter|does not matter)[.!~]*$/,
  },
  definite: /the (?:cheaper|cheapest|less expensive)|cheapest/,
  adds: /^(?:do you have |have you got |got |any |is there |are there )?(?:it |one |some |them )?(?:in|with|made of|for)\b[^,.]{2,30}$/,
  praise: /^(?:wow|so|very|really|this is|it's|looks?)\b/,
  compares: [
    /(?:which (?:one )?(?:is|are|keeps|holds|lasts)|what(?:'s| is)) (?:the )?(?:\w+er|more \w+|best|most \w+)(?: one)?[,:]? +(.+?),? or (.+)/,
    /(?:difference|differences|different|compare|comparison)\s+(?:between\s+)?(.+?)\s+(?:and|vs\.?|versus|with|to|from)\s+(.+)/,
    /(?:which (?:one )?(?:is|would be|keeps)[\w ]*?(?:,|:|-)|which[\w ]*?,|better[:,]?)\s*(.+?)\s+or\s+(.+)/,
    /(.+?)\s+(?:vs\.?|versus|compared (?:to|with)|different from|better than|or)\s+(.+)/,
  ],
  aside:
    /^(?:how (?:is|are|does)|what(?:'s| is| are)?|is|are|should i (?:get|buy|take)|do i want|the|a|an|your)\s*|\s+(?:which|differ|what's|is better|better|are different).*$/g,
  without:
    /\b(?:no|not|without|except|anything but|nothing with|avoid) (?:any |in |the )?((?!these|those|this|that|thanks|thank|problem|longer|idea|too|so|sure|more|need|a\b|an\b|it\b|one|now|yet|really|at\b)[a-z]+(?: [a-z]+)?)(?=$|[,.!?])/g,
  likes:
    /\bi (?:really |do |always )?(?:like|love|prefer|am into) (?:things in |anything in |wearing |using )?([a-z]+(?: [a-z]+)?)(?=$|[,.!])/,
  avoids:
    /\bi (?:don't like|do not like|dont like|hate|can't stand|never wear|never use|am allergic to) ([a-z]+(?: [a-z]+)?)(?=$|[,.!])|\bi'?m allergic to ([a-z]+(?: [a-z]+)?)/,
  size: /\b(?:i (?:usually |normally |now |always )?wear(?: a)?(?: size)?|my size is(?: now)?|i'?m a(?: size)?)\s+((?:x{0,3}[sl]|[2-6]xl|m|\d{2}(?:\.5)?)(?![a-z\d]))/,
  recall:
    /(?:what|anything) (?:do|have) you (?:know|remember|noted|stored|saved) (?:about|of) me|what are my (?:tags|preferences)|my (?:tags|preferences)\??$/,
  forget:
    /forget (?:all |everything )?(?:about |that i like )?(?:me|my (?:size|height|weight|budget|preferences|tags|likes))|(?:delete|clear|erase) my (?:tags|preferences)/,
  kinds: { size: /size/, height: /height/, weight: /weight/, spends: /budget/ },
};
