/** What is promised without a time is due after so long, in milliseconds. */
export const PROMISE_MS = 15 * 60_000;

/** «We come back to you», in the languages of the desk. */
const PROMISES = [
  /(?:稍后|稍晚|晚点|晚些|回头|明天|今天|尽快|查到|查好|核实|有结果|有消息)[^。！？!?\n]{0,14}(?:回复|答复|联系|通知|告诉|告知|回电)/u,
  /(?:分钟|小时|天)之?[内后][^。！？!?\n]{0,6}(?:回复|答复|联系|通知|告诉|告知|回电)/u,
  /(?:给|跟|和)您(?:回复|答复|回电|联系)/u,
  /\b(?:i|we)(?:['’]ll| will| shall)(?: \w+)? (?:get|come|call|write|report) (?:you )?back\b/iu,
  /\b(?:i|we)(?:['’]ll| will| shall)(?: \w+)? (?:call|write to|contact|inform|let) you\b/iu,
];

/** Whether a reply promises that the shopper will hear from the house. */
export const promiseIn = (text: string): boolean => PROMISES.some((pattern) => pattern.test(text));
