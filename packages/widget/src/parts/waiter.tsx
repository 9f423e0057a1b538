/** The waiter, eager, with a covered dish: the sticker 来啦, in a square of 96. */
export function Waiter() {
  return (
    <g fill="none" stroke="#2b2620" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
      <path d="M6 50h12M9 60h8M6 70h12" />
      <path d="M38 78l-8 10h-6M56 78l9 7 5-3" />
      <path fill="#3e6583" d="M34 56h26l5 22H31z" />
      <path fill="#fff" d="M34 57l-9 12 7 6 7-9zM58 57l13-6 3 7-13 8z" />
      <path d="M72 54l6-13M66 41h24" />
      <path fill="#2f4a5e" d="M69 40a9 8 0 0 1 18 0z" />
      <circle cx="47" cy="35" r="19" fill="#f8dcc0" />
      <path fill="#2f4a5e" d="M27 32c-1-32 41-32 40 0-12-5-28-5-40 0z" />
      <path d="M40 38v1M54 38v1" />
      <path fill="#fff" d="M41 45c3 6 9 6 12 0z" />
    </g>
  );
}
