export { createTurn, type Turn, turn } from './assistant.ts';
export { loadFlows } from './flows/load-flows.ts';
export { ATTRIBUTES as PROPERTIES } from './graph/attribute-question.ts';
export type { Correction } from './graph/corrections.ts';
export { readValue, type TypedValue } from './graph/read-value.ts';
export { isUnsure } from './is-unsure.ts';
export { buildKnowledge, buildSteps } from './knowledge/build-knowledge.ts';
export { apart, type Circumstances, type Condition, holds } from './knowledge/condition.ts';
export type { Knowledge } from './knowledge/knowledge.ts';
export type {
  AnswerVariant,
  KnowledgeAnswer,
  KnowledgeSource,
  Localized,
  PolicyException,
  Product,
  SizeRow,
  Variant,
} from './knowledge/knowledge-source.ts';
export { pick } from './knowledge/localized.ts';
export type { Policies } from './knowledge/policies.ts';
export { productCard } from './knowledge/product-card.ts';
export { messageOf } from './message-of.ts';
export { isTag, type Tag } from './selling/taste.ts';
export { DEFAULT_STAGES, type Stages } from './stages.ts';
export { type DialogueState, INITIAL_STATE } from './state.ts';
export { createSuggest, type Suggest, suggestSteps } from './suggesting/create-suggest.ts';
export { detectLanguage, type Language, languageOf } from './text/language.ts';
export type { ToolCall, ToolResult, TurnAction, TurnInput, TurnReply, TurnResult } from './turn.ts';
