/** How a text turns to the program that reads it: in none of these ways does a shop speak to shoppers. */
const TURNS =
  /\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,40}\b(?:instruction|instructions|prompt|rules|above|previous|everything)\b|\bsystem prompt\b|\bas an ai\b|\byou are (?:now |actually )?(?:an? )?(?:ai|assistant|model|chatbot|language model)\b|<\/?(?:system|assistant|data)>|(?:忽略|无视|忘记|不要理会)[^。！？\n]{0,12}(?:指令|提示|规则|以上|之前|前面|上面)|系统提示词?|你(?:现在)?是(?:一个|一名)?(?:AI|人工智能|语言模型|助手|机器人)/i;

/**
 * Whether a text gives instructions to a language model. A page of a product or a review that does is left out of the facts:
 * what it claims on the way is no statement of the shop.
 */
export const speaksToModels = (text: string): boolean => TURNS.test(text.normalize('NFKC'));
