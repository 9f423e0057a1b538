import type { ComponentChildren } from 'preact';
import type { StickerName } from './sticker-names.ts';

/*
 * Sixteen drawings of one waiter in a square of 96: blue cap, jacket, white towel. One root stroke; the brows do the
 * feeling. What carries `c-moves` moves once, when the sticker is the newest message.
 */
const SKIN = '#f8dcc0';
const CAP = '#2f4a5e';
const JACKET = '#3e6583';

const DOTS = 'M41 38v1M55 38v1';
const GLAD = 'M38 39q3-4 6 0M52 39q3-4 6 0';
const SHUT = 'M38 38q3 3 6 0M52 38q3 3 6 0';
const PLEADING = 'M37 34l6-3M53 31l6 3';
const SMILE = 'M42 45q6 5 12 0';
const FLAT = 'M44 47h8';
const LOW = 'M43 49q5-5 10 0';
const LAUGH = 'M42 44c3 8 9 8 12 0z';

/** Head and jacket; a mouth that is open is white inside. */
function Waiter(props: {
  readonly eyes: string;
  readonly mouth: string;
  readonly brows?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <>
      <path fill={JACKET} d="M35 54h26l9 35H26z" />
      <path d="M42 55l6 9 6-9" />
      <circle cx="48" cy="35" r="19" fill={SKIN} />
      <path fill={CAP} d="M28 32c-1-32 41-32 40 0-12-5-28-5-40 0z" />
      <path d={[props.eyes, props.brows].filter(Boolean).join('')} />
      <path fill={props.mouth === LAUGH ? '#fff' : 'none'} d={props.mouth} />
      {props.children}
    </>
  );
}

const DRAWN: Readonly<Record<StickerName, ComponentChildren>> = {
  coming: (
    <>
      <path d="M6 50h12M9 60h8M6 70h12" />
      <path d="M38 78l-8 10h-6M56 78l9 7 5-3" />
      <path fill={JACKET} d="M34 56h26l5 22H31z" />
      <path fill="#fff" d="M34 57l-9 12 7 6 7-9zM58 57l13-6 3 7-13 8z" />
      <g class="c-moves">
        <path d="M72 54l6-13M66 41h24" />
        <path fill={CAP} d="M69 40a9 8 0 0 1 18 0z" />
      </g>
      <circle cx="47" cy="35" r="19" fill={SKIN} />
      <path fill={CAP} d="M27 32c-1-32 41-32 40 0-12-5-28-5-40 0z" />
      <path d="M40 38v1M54 38v1" />
      <path fill="#fff" d="M41 45c3 6 9 6 12 0z" />
    </>
  ),
  thanks: (
    <Waiter eyes={GLAD} mouth={SMILE}>
      <path fill="#fff" d="M31 62l-9 17 8 4 7-12z" />
      <path fill={SKIN} d="M48 66c-8 3-12 8-12 13 4 5 8 6 12 6s8-1 12-6c0-5-4-10-12-13zM48 66v19" />
      <path class="c-moves" stroke="#b03c16" d="M14 34h10M19 29v10M74 26h10M79 21v10" />
    </Waiter>
  ),
  wait: (
    <Waiter eyes={DOTS} mouth={FLAT}>
      <path fill="#fff" d="M32 62l-9 15 7 5 8-12z" />
      <path fill="#1f5c50" d="M62 62h22v10c0 8-22 8-22 0zM84 64c8 0 8 8-1 8" />
      <path d="M56 72l6-3" />
      <path class="c-moves" stroke="#857c70" d="M68 56c-4-4 4-6 0-10M78 56c-4-4 4-6 0-10" />
    </Waiter>
  ),
  sorry: (
    <Waiter eyes="M41 40v1M55 40v1" brows={PLEADING} mouth={LOW}>
      <path fill="#fff" d="M31 62l-8 15 7 5 8-12z" />
      <path d="M38 81q10-7 20 0" />
      <path class="c-moves" fill="#fff" d="M76 20c7 9 4 13 0 13s-7-4 0-13z" />
    </Waiter>
  ),
  ok: (
    <Waiter eyes={DOTS} mouth={SMILE}>
      <path fill="#fff" d="M31 62l-8 15 7 5 8-12z" />
      <path d="M62 66l10-6" />
      <g class="c-moves">
        <circle cx="78" cy="54" r="7" fill={SKIN} />
        <path d="M76 47l2-8M82 48l5-7M85 53l6-4" />
      </g>
    </Waiter>
  ),
  look: (
    <Waiter eyes={GLAD} mouth={LAUGH}>
      <path fill="#fff" d="M64 62l8 14-8 5-7-12z" />
      <path d="M8 72h32" />
      <path fill="#e9b949" d="M15 71c0-9 18-9 18 0z" />
      <path class="c-moves" fill={CAP} d="M8 52c2-20 28-20 30 0zM23 37v-4" />
      <path stroke="#b03c16" d="M80 34h8M84 30v8" />
    </Waiter>
  ),
  thinking: (
    <Waiter eyes="M42 40v1M56 40v1" brows="M38 35h6M52 33l7 1" mouth={FLAT}>
      <path fill="#d9a066" d="M22 68h52v20H22z" />
      <path d="M22 75h52M34 68v20M48 68v20M62 68v20" />
      <path class="c-moves" stroke="#b03c16" stroke-width="6" d="M34 80v1M48 84v1M62 79v1" />
      <path d="M76 24c0-7 10-7 10 0 0 4-5 4-5 9M81 40v1" />
    </Waiter>
  ),
  found: (
    <Waiter eyes={GLAD} mouth={LAUGH}>
      <path fill="#fff" d="M31 62l-8 15 7 5 8-12z" />
      <path d="M62 66l10-10" />
      <g class="c-moves">
        <path fill="#fff" d="M68 28h20v28H68z" />
        <path d="M73 36h10M73 43h10" />
        <path stroke="#1d6b3c" d="M73 50l3 3 6-6" />
      </g>
    </Waiter>
  ),
  sent: (
    <Waiter eyes={DOTS} mouth={LAUGH}>
      <path fill="#fff" d="M34 62l-10 12 7 6 8-9z" />
      <g class="c-moves">
        <path fill="#d9a066" d="M64 28h26v24H64z" />
        <path d="M64 38h26M77 28v10" />
      </g>
      <path d="M62 66l14-13" />
      <path d="M6 62h10M8 72h8M6 82h10" />
    </Waiter>
  ),
  delivered: (
    <Waiter eyes={GLAD} mouth={SMILE}>
      <path fill="#fff" d="M31 62l-8 15 7 5 8-12z" />
      <path fill="#b57b52" d="M72 36h18v53H72z" />
      <path d="M78 62v2" />
      <g class="c-moves">
        <path fill="#d9a066" d="M46 70h24v19H46z" />
        <path d="M46 77h24M58 70v7" />
      </g>
    </Waiter>
  ),
  bargain: (
    <Waiter eyes="M38 40h6M52 40h6" brows="M37 34l7 2M52 36l7-3" mouth="M43 46q7 4 11-2">
      <path fill="#fff" d="M31 62l-8 15 7 5 8-12z" />
      <path d="M60 72l6-2" />
      <g class="c-moves">
        <path fill="#c8321e" d="M64 54h22v32H64z" />
        <path d="M64 62q11 8 22 0" />
        <circle cx="75" cy="70" r="4" fill="#e9b949" />
      </g>
    </Waiter>
  ),
  congratulations: (
    <Waiter eyes={GLAD} mouth={LAUGH}>
      <path fill="#fff" d="M64 62l8 14-8 5-7-12z" />
      <path d="M20 46V34h-8" />
      <circle cx="20" cy="62" r="15" fill="#e9b949" />
      <circle cx="20" cy="62" r="6" />
      <path class="c-moves" stroke="#b03c16" d="M38 80l-8-8M76 22l5-6M84 32l8-2M78 42l6 4" />
    </Waiter>
  ),
  tea: (
    <Waiter eyes={SHUT} mouth={SMILE}>
      <path fill="#fff" d="M34 68h28v8c0 14-28 14-28 0z" />
      <path d="M32 90h32M40 78q8 4 16 0" />
      <path fill={SKIN} d="M28 72h6v8h-6zM62 72h6v8h-6z" />
      <path class="c-moves" stroke="#857c70" d="M76 50c-5-5 5-8 0-14M85 50c-5-5 5-8 0-14" />
    </Waiter>
  ),
  heart: (
    <Waiter eyes={GLAD} mouth={SMILE}>
      <path fill="#fff" d="M30 64l-6 14 8 4 8-10zM66 64l6 14-8 4-8-10z" />
      <path class="c-moves" fill="#d8432f" d="M48 88c-16-10-14-22-6-22 3 0 5 2 6 5 1-3 3-5 6-5 8 0 10 12-6 22z" />
    </Waiter>
  ),
  tears: (
    <Waiter eyes={SHUT} brows={PLEADING} mouth={LOW}>
      <path fill="#fff" d="M62 36l16 2-2 24-14-4z" />
      <path d="M66 64l6-4" />
      <path class="c-moves" stroke="#3e7fb0" d="M36 44v6M36 56v6" />
    </Waiter>
  ),
  closing: (
    <Waiter eyes={SHUT} mouth="M46 47h4">
      <path fill="#fff" d="M31 62l-8 15 7 5 8-12z" />
      <path d="M60 68l16-10M76 52v6" />
      <g class="c-moves">
        <path fill="#d8432f" d="M67 62c0-5 18-5 18 0v16c0 5-18 5-18 0z" />
        <path stroke="#e9b949" d="M70 70h12" />
      </g>
      <path d="M76 12h8l-8 9h8M88 28h5l-5 6h5" />
    </Waiter>
  ),
};

/** The drawing of a sticker, for an `svg` with `viewBox="0 0 96 96"`. */
export function StickerDrawing({ name }: { readonly name: StickerName }) {
  return (
    <g fill="none" stroke="#2b2620" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
      {DRAWN[name]}
    </g>
  );
}
