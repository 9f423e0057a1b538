import { pointerPart } from './parse-json.ts';
import type { Problem } from './problem.ts';

/** The part of JSON Schema (2020-12) that the schema of flows is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly propertyNames?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly title?: string;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $schema?: string;
  readonly $id?: string;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : typeof value === 'number' && Number.isInteger(value)
        ? 'integer'
        : typeof value;

const NAMES: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

const quoted = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

/** Checks a value against a schema; every problem with its pointer. */
export function checkSchema(value: unknown, root: Schema): readonly Problem[] {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.replace('#/$defs/', '');
    const found = name === undefined ? schema : root.$defs?.[name];
    if (!found) throw new Error(`the schema has no definition ${name}`);
    return found;
  };

  /** Whether a branch is the one that is meant: its type fits, and what tells it apart from the others is there. */
  function meant(value: unknown, branch: Schema): boolean {
    const { type, required = [], properties = {} } = branch;
    if (type !== undefined && type !== typeOf(value)) return false;
    if (!isFields(value)) return true;
    return required.every((name) => {
      const { const: only, enum: some } = properties[name] ?? {};
      if (only === undefined && some === undefined) return name in value || !telling(branch, name);
      return only === undefined ? (some?.includes(value[name]) ?? true) : value[name] === only;
    });
  }
  /** The first property that is required tells a branch apart. */
  const telling = (branch: Schema, name: string): boolean => branch.required?.[0] === name;

  function checkBranches(value: unknown, branches: readonly Schema[], pointer: string): Problem[] {
    const all = branches.map(resolve);
    const branch = all.find((one) => meant(value, one));
    if (branch) return check(value, branch, pointer);
    if (!isFields(value) || all.every(({ type }) => type !== 'object'))
      return [
        {
          pointer,
          message: `${[...new Set(all.map(({ type }) => NAMES[type ?? ''] ?? ''))].join(' or ')} belongs here, not ${NAMES[typeOf(value)]}`,
        },
      ];
    const tags = [...new Set(all.flatMap(({ required = [] }) => required[0] ?? []))];
    const [tag] = tags;
    const kinds = all.flatMap(({ properties = {} }) => {
      const { const: only, enum: some } = properties[tag ?? ''] ?? {};
      return only === undefined ? (some ?? []) : [only];
    });
    return tags.length === 1 && tag !== undefined && kinds.length > 0
      ? [{ pointer: tag in value ? `${pointer}/${tag}` : pointer, message: `“${tag}” must be one of ${quoted(kinds)}` }]
      : [{ pointer, message: `one of ${tags.map((name) => `“${name}”`).join(', ')} belongs here` }];
  }

  function checkObject(value: Fields, schema: Schema, pointer: string): Problem[] {
    const problems: Problem[] = [];
    const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
    for (const name of required) if (!(name in value)) problems.push({ pointer, message: `“${name}” is missing` });
    for (const [name, one] of Object.entries(value)) {
      const inner = `${pointer}/${pointerPart(name)}`;
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known) problems.push(...check(one, known, inner));
      else if (additionalProperties === false)
        problems.push({
          pointer: inner,
          key: true,
          message: `“${name}” is not known here; there may be ${Object.keys(properties)
            .map((key) => `“${key}”`)
            .join(', ')}`,
        });
      else if (additionalProperties) problems.push(...check(one, additionalProperties, inner));
      if (propertyNames?.pattern !== undefined && !new RegExp(propertyNames.pattern, 'u').test(name))
        problems.push({ pointer: inner, key: true, message: `“${name}” is no ${propertyNames.title ?? 'name'}` });
    }
    const count = Object.keys(value).length;
    if (count < (schema.minProperties ?? 0)) problems.push({ pointer, message: 'it is empty' });
    if (count > (schema.maxProperties ?? Infinity))
      problems.push({ pointer, message: `it has more than ${schema.maxProperties} entries` });
    return problems;
  }

  function checkPlain(value: unknown, schema: Schema, pointer: string): Problem[] {
    const say = (message: string): Problem[] => [{ pointer, message }];
    if (typeof value === 'string') {
      if (value.trim().length < (schema.minLength ?? 0)) return say('the text is empty');
      if (value.length > (schema.maxLength ?? Infinity))
        return say(`the text is longer than ${schema.maxLength} characters`);
      if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
        return say(`“${value}” is no ${schema.title ?? 'text of this shape'}`);
    }
    if (typeof value === 'number') {
      if (value < (schema.minimum ?? -Infinity)) return say(`the number must be at least ${schema.minimum}`);
      if (value > (schema.maximum ?? Infinity)) return say(`the number must be at most ${schema.maximum}`);
    }
    if (Array.isArray(value)) {
      const { items } = schema;
      if (value.length < (schema.minItems ?? 0)) return say('the list is empty');
      if (value.length > (schema.maxItems ?? Infinity)) return say(`the list has more than ${schema.maxItems} entries`);
      return items ? value.flatMap((one, index) => check(one, items, `${pointer}/${index}`)) : [];
    }
    return [];
  }

  function check(value: unknown, given: Schema, pointer: string): Problem[] {
    const schema = resolve(given);
    if (schema.oneOf) return checkBranches(value, schema.oneOf, pointer);
    if (schema.const !== undefined && value !== schema.const)
      return [{ pointer, message: `${JSON.stringify(schema.const)} belongs here` }];
    if (schema.enum && !schema.enum.includes(value))
      return [{ pointer, message: `one of ${quoted(schema.enum)} belongs here, not ${JSON.stringify(value)}` }];
    const type = typeOf(value);
    if (schema.type !== undefined && schema.type !== type && !(schema.type === 'number' && type === 'integer'))
      return [{ pointer, message: `${NAMES[schema.type]} belongs here, not ${NAMES[type]}` }];
    return isFields(value) ? checkObject(value, schema, pointer) : checkPlain(value, schema, pointer);
  }

  return check(value, root, '');
}
