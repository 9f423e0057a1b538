import { messagesFor, readChoice, readRewritten, type Stage } from '@xiaoer/assistant/provider';
import { isObject } from '@xiaoer/core/protocol';
import { type Call, type Provider, ProviderError } from './provider.ts';
import { readEvents } from './read-events.ts';

/** Where a chat-completions API is, and how it is asked. */
export interface ChatSettings {
  /** Address before `/chat/completions`: `https://api.openai.com/v1`, `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; absent for a server that asks for none. It is never logged. */
  readonly key?: string | undefined;
  /** More fields of each request, over ours; one that is null is left out. */
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  /** Model for `embed`, where there is one. */
  readonly embedModel?: string | undefined;
}

/** Bytes of an answer that comes in one piece. */
const MOST_BYTES = 4_194_304;

const retryAfterOf = (response: Response): number | undefined => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
};

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST_BYTES) throw new ProviderError('too-long');
  }
  return text;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // A page of a proxy, or half of an answer.
  }
  throw new ProviderError('not-json');
}

const tokensOf = ({ usage }: Readonly<Record<string, unknown>>): number | undefined =>
  isObject(usage) && typeof usage['total_tokens'] === 'number' ? usage['total_tokens'] : undefined;

const choiceOf = ({ choices }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const [choice] = Array.isArray(choices) ? (choices as unknown[]) : [];
  return isObject(choice) ? choice : {};
};

/** Why the model has ended; undefined while it goes on. */
const endOf = (event: Readonly<Record<string, unknown>>): string | undefined => {
  const reason = choiceOf(event)['finish_reason'];
  return typeof reason === 'string' ? reason : undefined;
};

/** The text of a choice, whole or a piece; undefined where it has none. */
function contentOf(event: Readonly<Record<string, unknown>>, part: 'message' | 'delta'): string | undefined {
  const held = choiceOf(event)[part];
  const content = isObject(held) ? held['content'] : undefined;
  return typeof content === 'string' ? content : undefined;
}

/** What went wrong on the way, by a name; what was aborted stays what it was aborted with. */
const failure = (error: unknown, signal: AbortSignal): Error => {
  if (signal.aborted && signal.reason instanceof ProviderError) return signal.reason;
  return error instanceof ProviderError ? error : new ProviderError(signal.aborted ? 'aborted' : 'unreachable');
};

/**
 * A provider over the chat-completions API that OpenAI made and most others speak, by plain fetch. It has no tools, keeps nothing
 * between calls and follows no redirect, so that the key goes to the address that was named and to no other.
 */
export function createOpenAiChat(settings: ChatSettings, send: typeof fetch = fetch): Provider {
  const base = settings.url.replace(/\/+$/, '');

  async function post(path: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Response> {
    const whole = Object.fromEntries(
      Object.entries({ ...body, ...settings.body }).filter(([, value]) => value !== null),
    );
    const response = await send(`${base}${path}`, {
      method: 'POST',
      redirect: 'error',
      signal,
      headers: {
        'content-type': 'application/json',
        ...(settings.key === undefined ? {} : { authorization: `Bearer ${settings.key}` }),
      },
      body: JSON.stringify(whole),
    });
    if (response.ok) return response;
    // Not read: it may quote what was asked.
    await response.body?.cancel().catch(() => undefined);
    throw new ProviderError(`http-${response.status}`, retryAfterOf(response));
  }

  const request = (stage: Stage, data: unknown, { lang, shop, maxTokens }: Call, stream: boolean) => ({
    model: settings.model,
    messages: messagesFor(stage, lang, shop, data),
    max_tokens: maxTokens,
    temperature: 0,
    stream,
  });

  async function whole(stage: Stage, data: unknown, call: Call) {
    try {
      const answer = parse(
        await textOf(await post('/chat/completions', request(stage, data, call, false), call.signal)),
      );
      const text = contentOf(answer, 'message');
      if (text === undefined) throw new ProviderError('no-text');
      return { text, tokens: tokensOf(answer) };
    } catch (error) {
      throw failure(error, call.signal);
    }
  }

  async function* streamed(data: unknown, call: Call): AsyncGenerator<string, number | undefined, void> {
    let tokens: number | undefined;
    let ended = false;
    try {
      const response = await post('/chat/completions', request('answer', data, call, true), call.signal);
      if (!/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')) {
        // A server that does not stream answers all the same.
        const answer = parse(await textOf(response));
        const text = contentOf(answer, 'message');
        if (text === undefined) throw new ProviderError('no-text');
        yield text;
        return tokensOf(answer);
      }
      for await (const data of readEvents((response.body ?? []) as AsyncIterable<Uint8Array>)) {
        if (data === '[DONE]') return tokens;
        const event = parse(data);
        if (event['error'] !== undefined) throw new ProviderError('stream-error');
        tokens = tokensOf(event) ?? tokens;
        const text = contentOf(event, 'delta');
        if (text) yield text;
        const reason = endOf(event);
        if (reason === 'content_filter') throw new ProviderError('filtered');
        ended ||= reason !== undefined;
      }
      // Not all of them send [DONE]; all say why they ended.
      if (!ended) throw new ProviderError('broken-off');
      return tokens;
    } catch (error) {
      throw failure(error, call.signal);
    }
  }

  const { embedModel } = settings;
  return {
    name: settings.model,
    async rewrite(ask, call) {
      const { text, tokens } = await whole('rewrite', ask, call);
      return { value: readRewritten(text), tokens };
    },
    async rank({ message, candidates }, call) {
      const numbered = candidates.map(({ text }, i) => ({ n: i + 1, text }));
      const { text, tokens } = await whole('rank', { message, candidates: numbered }, call);
      return { value: readChoice(text, candidates.length), tokens };
    },
    answer: ({ message, facts }, call) =>
      streamed({ message, facts: facts.map(({ label, text }, i) => ({ n: i + 1, about: label, says: text })) }, call),
    ...(embedModel === undefined
      ? {}
      : {
          async embed(texts: readonly string[], { signal }: Call) {
            try {
              const answer = parse(
                await textOf(await post('/embeddings', { model: embedModel, input: texts }, signal)),
              );
              return { value: readVectors(answer, texts.length), tokens: tokensOf(answer) };
            } catch (error) {
              throw failure(error, signal);
            }
          },
        }),
  };
}

/** The vectors of an embeddings answer, in the order in which they were asked for. */
function readVectors({ data }: Readonly<Record<string, unknown>>, wanted: number): readonly (readonly number[])[] {
  const rows = (Array.isArray(data) ? (data as unknown[]) : []).filter(isObject);
  const vectors = [...rows]
    .sort((a, b) => Number(a['index'] ?? 0) - Number(b['index'] ?? 0))
    .map(({ embedding }) => (Array.isArray(embedding) ? (embedding as unknown[]) : []));
  const [first = []] = vectors;
  const fits = vectors.every((one) => one.length === first.length && one.every((value) => typeof value === 'number'));
  if (vectors.length !== wanted || first.length === 0 || !fits) throw new ProviderError('no-vectors');
  return vectors as number[][];
}
