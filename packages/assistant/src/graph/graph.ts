import type { Localized, Product } from '../knowledge/knowledge-source.ts';
import { everyText, pick } from '../knowledge/localized.ts';
import { readFeatures, type Vocabulary } from '../text/features.ts';
import { type Correction, concerns } from './corrections.ts';
import { readValue, type TypedValue } from './read-value.ts';

/** A field of a product: what it is called, what it states, and which properties it is about. */
export interface Field {
  readonly name: Localized;
  readonly value: Localized;
  /** Properties that its name speaks of, or those that the merchant says. */
  readonly concepts: ReadonlySet<string>;
  /** What it says in a language, typed. */
  readonly read: (lang: string) => TypedValue;
}

/** Products with their fields: has(attribute, value), each typed when it is first asked for. */
export interface Graph {
  readonly fields: (product: Product) => readonly Field[];
}

/** Products whose fields are remembered. */
const REMEMBERED = 2_000;

/** The attribute graph of a catalogue, by type rules and the merchant's corrections of them. */
export function createGraph(vocabulary: Vocabulary, corrections: readonly Correction[] = []): Graph {
  const rules = corrections.filter(({ means, unit, type }) => means !== undefined || unit !== undefined || type);
  // Names repeat over the catalogue; what they speak of is made once.
  const byName = new Map<string, ReadonlySet<string>>();
  const conceptsOf = (name: Localized): ReadonlySet<string> => {
    const texts = everyText(name);
    const key = texts.join('\n');
    const known = byName.get(key) ?? new Set(texts.flatMap((one) => [...readFeatures(one, vocabulary).concepts]));
    byName.set(key, known);
    return known;
  };
  const made = new Map<Product, readonly Field[]>();
  return {
    fields(product) {
      const known = made.get(product);
      if (known) return known;
      const fields = product.attributes.map((attribute): Field => {
        const { name, value } = attribute;
        const own = rules.filter((one) => concerns(one, product, attribute));
        const said = <K extends 'means' | 'unit' | 'type'>(key: K) => own.find((one) => one[key] !== undefined)?.[key];
        const [means, unit, type] = [said('means'), said('unit'), said('type')];
        return {
          name,
          value,
          concepts: means === undefined ? conceptsOf(name) : new Set([means]),
          read(lang) {
            const read = readValue(pick(name, lang), pick(value, lang), unit);
            return type === undefined ? read : { ...read, type, quantities: [], doubts: [] };
          },
        };
      });
      if (made.size >= REMEMBERED) made.clear();
      made.set(product, fields);
      return fields;
    },
  };
}
