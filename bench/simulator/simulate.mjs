import { readFileSync } from 'node:fs';
import { median, round } from '../statistics.mjs';
import { slips } from '../understanding/noise.mjs';
import { createFactCheck } from './facts.mjs';
import { hasAnswer } from './judge.mjs';
import { hasShop, openShop, SHOPS } from './open-shop.mjs';
import { visit } from './visit.mjs';

/** Nothing, and a slip in about every second line. */
const LEVELS = [0, 1];

const BAR = 75;

const goalsOf = (shop) =>
  readFileSync(new URL(`./scripts/${shop}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What a goal counts as. Whoever expects a person is no shopper to be kept from one. */
const groupOf = (goal) =>
  goal.kind === 'complaint' ? 'anger' : !goal.answerable ? 'unanswerable' : goal.expectPerson ? 'wish' : 'answerable';

/** Why a visit failed, or undefined. */
function failureOf({ goal, reached, person }) {
  if (groupOf(goal) === 'answerable') return reached ? undefined : person ? 'given to a person' : 'left without it';
  if (!person) return 'no person';
  return hasAnswer(goal) && !reached ? 'a person without the answer' : undefined;
}

const percent = (part, of) => (of === 0 ? 100 : round((100 * part) / of, 1));

const count = (list, by) => list.reduce((sum, each) => sum + (by(each) ? 1 : 0), 0);

/** Every kind's or language's share that went well. */
function shares(visits, by) {
  const names = [...new Set(visits.map(({ goal }) => by(goal)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const own = visits.filter(({ goal }) => by(goal) === name);
      return [
        name,
        percent(
          count(own, ({ failed }) => !failed),
          own.length,
        ),
      ];
    }),
  );
}

function rowsOf(shop, visits) {
  const of = (group) => visits.filter(({ goal }) => groupOf(goal) === group);
  const share = (list, good) => percent(count(list, good), list.length);
  const least = (value, bar, visited) => ({ value, bar, met: value >= bar, visits: visited.length });
  const person = (each) => each.person;
  const said = visits.reduce((sum, each) => sum + each.count, 0);
  const wrong = visits.reduce((sum, each) => sum + each.wrong.length, 0);
  return {
    [`${shop}.answerable`]: least(
      share(of('answerable'), ({ reached }) => reached),
      BAR,
      of('answerable'),
    ),
    [`${shop}.anger`]: least(share(of('anger'), person), 100, of('anger')),
    [`${shop}.unanswerable`]: least(share(of('unanswerable'), person), 100, of('unanswerable')),
    [`${shop}.wish`]: { value: share(of('wish'), person), visits: of('wish').length },
    [`${shop}.facts`]: { value: wrong, bar: 0, met: wrong === 0, said },
    [`${shop}.turns`]: { value: median(visits.map(({ turns }) => turns.length)) },
    [`${shop}.kinds`]: { value: shares(visits, ({ kind }) => kind) },
    [`${shop}.languages`]: { value: shares(visits, ({ language }) => language) },
    [`${shop}.slips`]: {
      value: Object.fromEntries(
        LEVELS.map((level) => [
          level,
          percent(
            count(visits, (one) => one.level === level && !one.failed),
            count(visits, (one) => one.level === level),
          ),
        ]),
      ),
    },
  };
}

/**
 * Sends every goal of the shops twice and judges what came of it. `half` takes the goals of even or of odd lines: the assistant
 * is worked on with the one half and measured with the other.
 */
export async function simulate({ shops = Object.keys(SHOPS), half, seed = 1, only } = {}) {
  const rows = {};
  const visits = [];
  const skipped = [];
  for (const name of shops) {
    if (!(name in SHOPS)) throw new Error(`--shop ${name}: there are ${Object.keys(SHOPS).join(' and ')}`);
    if (!hasShop(name)) {
      skipped.push(name);
      continue;
    }
    const goals = goalsOf(name).filter(
      ({ id }, at) =>
        (only === undefined || id === only) && (half === undefined || (at % 2 === 1) === (half === 'even')),
    );
    if (goals.length === 0) continue;
    const shop = openShop(name);
    const check = createFactCheck(shop);
    const own = [];
    for (const level of LEVELS)
      for (const [at, goal] of goals.entries()) {
        const seen = await visit(goal, shop, level, slips(seed * 7_919 + at * 104_729 + 1));
        own.push({ ...seen, ...check(seen), failed: failureOf(seen) });
      }
    Object.assign(rows, rowsOf(name, own));
    visits.push(...own);
  }
  const missed = Object.entries(rows).flatMap(([name, { met }]) => (met === false ? [name] : []));
  return { rows, missed, skipped, visits };
}
