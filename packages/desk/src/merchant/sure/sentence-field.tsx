import { useDesk } from '../../desk-context.ts';

/** One of the two sentences: how many of a hundred, as a number and as a line that is pulled. */
export function SentenceField(props: {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** A share of 1. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  const { id, before, after, value, least, most, onChange } = props;
  const { t } = useDesk();
  const shown = Math.round(value * 1000) / 10;
  const take = (typed: string) => {
    const next = Number(typed) / 100;
    if (typed !== '' && next >= least && next <= most) onChange(Math.round(next * 1000) / 1000);
  };
  return (
    <div class="sentence">
      <p id={id}>
        {before}{' '}
        <input
          type="number"
          aria-labelledby={id}
          min={least * 100}
          max={most * 100}
          step="0.5"
          value={shown}
          onChange={(event) => take(event.currentTarget.value)}
        />{' '}
        {after}
      </p>
      <input
        type="range"
        aria-labelledby={id}
        aria-valuetext={t('sure.ofHundred', { n: shown })}
        min={least * 100}
        max={most * 100}
        step="0.5"
        value={shown}
        onInput={(event) => take(event.currentTarget.value)}
      />
    </div>
  );
}
