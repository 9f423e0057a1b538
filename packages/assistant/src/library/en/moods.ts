import type { Moods } from '../moods.ts';

/** English words of mood. */
export const MOODS_EN: Moods = {
  strong:
    'scammers|scam|rip off|ripoff|rip-off|bullshit|shit|fuck|fucking|wtf|idiot|idiots|stupid|furious|outrageous|disgusting|pathetic|fraud|liars|liar|garbage|worst|unacceptable|ridiculous|damn|crap|piss off|pissed|pissed off|hate|livid|fed up|sick of|disgrace|thieves|screw you|moron|morons|complaint|bloody|infuriating|appalling|had enough|useless bot|sick and tired|ffs|wtaf|for gods sake|for crying out loud',
  mild: 'angry|annoyed|annoying|frustrated|frustrating|disappointed|disappointing|terrible|awful|horrible|useless|upset|unhappy|slow|bad|poor|nonsense|waste|wasting|joke|unprofessional|rude|ignored|nobody answers|again and again|third time|how many times|regret|mad|broken again|complain',
  harmless:
    'rubbish bin|rubbish bins|garbage can|garbage bag|trash can|trash bag|trash bags|no rubbish|bad back|bad knee|bad knees|bad backs|bad sleeper|how many times can|how many times i can|how many times may|times i can|slow cooker|slow juicer|slow feeder|waste bin|waste bags|food waste|poor circulation|poor posture|too bad for',
  glad: 'thanks|thank you|love|great|perfect|awesome|happy|excellent|good|wonderful|lovely|nice|brilliant|appreciate|amazing',
  asks: /\bor (?:not|too)\b|\bany (?:risk|chance)\b/,
  grievance: /\b(?:why|how come|still|again|already|yet|my|mine|me|i|i'm|i've|arrived|came|got|received)\b/,
  negations: "not|no|never|isn't|wasn't|don't|didn't|won't|aren't|nothing|hardly",
  degrees: 'so|very|really|extremely|absolutely|totally|completely|such|fucking|freaking|too|incredibly',
};
