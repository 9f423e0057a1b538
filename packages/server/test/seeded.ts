/** Numbers of a linear congruential generator, from 0 to below `most`: the same seed, the same numbers. */
export function seeded(seed: number): (most: number) => number {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // The first numbers of neighbouring seeds are neighbours.
  for (let n = 0; n < 3; n++) next();
  return (most) => Math.floor(next() * most);
}
