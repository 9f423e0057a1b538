import { useState } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';

/** The pages of a rule, parted by spaces or commas; empty for all pages. */
export function PagesField(props: {
  readonly id: string;
  readonly value: readonly string[] | undefined;
  readonly wrong: boolean;
  readonly onChange: (value: readonly string[] | undefined) => void;
}) {
  const { id, value, wrong, onChange } = props;
  const { t } = useDesk();
  const read = (text: string) => text.split(/[\s,，]+/).filter(Boolean);
  // A space at the end is on its way to become the next page.
  const [typed, setTyped] = useState(value?.join(' ') ?? '');
  const shown = read(typed).join(' ') === (value?.join(' ') ?? '') ? typed : (value?.join(' ') ?? '');
  return (
    <label class="shop-field">
      <span>{t('words.pages')}</span>
      <input
        id={id}
        type="text"
        placeholder={t('words.pages.example')}
        aria-invalid={wrong || undefined}
        value={shown}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const pages = read(text);
          onChange(pages.length > 0 ? pages : undefined);
        }}
      />
    </label>
  );
}
