import type { Wordings } from './wordings.ts';

/** What is said otherwise by a shop that would be formal, in English. */
export const FORMAL_EN: Partial<Wordings> = {
  greet: ({ shop, name, empty, me }) => {
    const hello = `Good day${name ? `, ${name}` : ''}`;
    const who = `${hello}. This is ${me}, the assistant of ${shop}.`;
    if (empty) return `${who} Product details and answers are not available yet; for a person, please say “human”.`;
    return [`${who} How may I help you?`, `${hello}. What may I do for you?`];
  },
  thanks: () => [
    'You are most welcome.',
    'It is a pleasure to be of service.',
    'Please ask whenever you need anything else.',
  ],
  bye: () => ['Thank you for your visit. Goodbye.', 'Goodbye. We look forward to seeing you again.'],
  nothingOpen: () => ['Very well. What else may I look up for you?', 'Certainly. Please go on.'],
  whatKind: () => [
    'What kind of product do you require? A use or a material helps me select.',
    'May I ask what it is for?',
  ],
};

/** What is said otherwise by a shop that likes a joke, in English. */
export const PLAYFUL_EN: Partial<Wordings> = {
  greet: ({ shop, name, empty, me }) => {
    const hello = `Hey${name ? ` ${name}` : ' there'}!`;
    if (empty)
      return `${hello} ${me} of ${shop} here. Nobody has taught me anything yet; for a person, just say “human”.`;
    return [
      `${hello} ${me} of ${shop} at your service: things to buy, parcels to find, questions to crack.`,
      `${hello} Back already? I like that.`,
    ];
  },
  thanks: () => ['Any time! That made my day.', 'Aww, you are too kind.', 'Happy to help, that is what I am here for!'],
  bye: () => ['See you! Do not be a stranger.', 'Bye for now, I will keep the kettle warm.'],
  nothingOpen: () => ['Okey-dokey. Shout when you need me!', 'Right, on we go!'],
  whatKind: () => [
    'What are we hunting for? Tell me what it is for and off I go.',
    'Give me a hint: who is it for, and what for?',
  ],
};
