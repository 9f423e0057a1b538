export { createTurn, type Turn, turn } from './assistant.ts';
export type { Flow } from './flows/flow.ts';
export { loadFlows } from './flows/load-flows.ts';
export { isUnsure } from './is-unsure.ts';
export type { Condition } from './knowledge/condition.ts';
export { compileKnowledge, type Knowledge, knowledgeSteps } from './knowledge/knowledge.ts';
export type {
  KnowledgeAnswer,
  KnowledgeSource,
  Localized,
  Product,
  SizeRow,
  Variant,
} from './knowledge/knowledge-source.ts';
export { productCard } from './knowledge/product-card.ts';
export type { LanguagePack } from './library/language-pack.ts';
export { loadPack } from './library/load-pack.ts';
export { type IntentReading, type Intents, openIntents } from './library/open-intents.ts';
export { messageOf } from './message-of.ts';
export type { Persona } from './reply/persona.ts';
export { type DialogueState, INITIAL_STATE } from './state.ts';
export { detectLanguage, type Language, languageOf } from './text/language.ts';
export type { ToolCall, ToolResult, TurnAction, TurnInput, TurnReply, TurnResult } from './turn.ts';
