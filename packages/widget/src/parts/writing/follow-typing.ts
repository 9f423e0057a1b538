/** How long the shopper has to pause before the text is asked about. */
const PAUSE_MS = 200;

/**
 * Tells `onText` what is in a field after a pause in typing, and at once that there is nothing in it any more. While an
 * input method composes, its letters are no words: what they became is told when it has ended. Answers the function that
 * ends it.
 */
export function followTyping(field: HTMLTextAreaElement, onText: (text: string) => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let composing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const told = () => {
    clearTimeout(timer);
    const text = field.value.trim();
    if (text) timer = setTimeout(onText, PAUSE_MS, text);
    else onText('');
  };
  field.addEventListener('compositionstart', () => (composing = true), { signal });
  field.addEventListener(
    'compositionend',
    () => {
      composing = false;
      told();
    },
    { signal },
  );
  field.addEventListener('input', (event) => !composing && !(event as InputEvent).isComposing && told(), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => ended.abort();
}
