export type { KnowledgeAnswer, KnowledgeSource, Localized, Product, Variant } from './knowledge/knowledge-source.ts';
export type { ToolCall, ToolResult, TurnAction, TurnInput, TurnReply, TurnResult } from './turn.ts';
