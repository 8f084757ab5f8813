import { types } from 'node:util';

/**
 * Values as text: JSON, in which `Map`, `Set` and `Date` are objects with one tag. Text that holds tags begins with `t`,
 * and other text, which is nearly all of it, with `j`: it needs no second walk after `JSON.parse`.
 */
const PLAIN = 'j';
const TAGGED = 't';

/** `$map`, `$set`, `$date`; `$raw` is an object of the value's own that looks like one of these. */
const TAG = /^\$(map|set|date|raw)$/;

/**
 * Throws a `TypeError` that names the place when the value holds what JSON would lose without a word: `undefined` in an
 * array, `NaN`, infinities, functions, symbols, big integers, instances of classes.
 */
export function encode(value: unknown): string {
  const walk: Walk = { tagged: false };
  const plainValue = toPlain(value, '$', walk);
  return (walk.tagged ? TAGGED : PLAIN) + JSON.stringify(plainValue);
}

/** What `encode` was given, a copy each time. Throws when the text is not one of its own. */
export function decode(text: string): unknown {
  const parsed: unknown = JSON.parse(text.slice(1));
  if (text.startsWith(PLAIN)) return parsed;
  if (text.startsWith(TAGGED)) return fromPlain(parsed);
  throw new SyntaxError('the text was written by another codec');
}

/**
 * Whether JSON keeps the value as it is, as it does with nearly all: a look that makes nothing costs a seventh of the walk
 * that makes a copy.
 */
function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) {
    for (const item of value) if (!isJson(item)) return false;
    return true;
  }
  if (!isRecord(value) || isTagged(value)) return false;
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member !== undefined && !isJson(member)) return false;
  }
  return true;
}

interface Walk {
  tagged: boolean;
}

function toPlain(value: unknown, path: string, walk: Walk): unknown {
  if (isJson(value)) return value;
  if (Array.isArray(value)) return Array.from(value, (item, index) => toPlain(item, `${path}[${index}]`, walk));
  if (types.isMap(value)) return tag('$map', Array.from(value), path, walk);
  if (types.isSet(value)) return tag('$set', Array.from(value), path, walk);
  if (types.isDate(value)) return tag('$date', value.getTime(), path, walk);
  if (isRecord(value)) {
    const entries = membersOf(value).map(([key, member]) => [key, toPlain(member, `${path}.${key}`, walk)] as const);
    const plainValue = Object.fromEntries(entries);
    if (!isTagged(plainValue)) return plainValue;
    walk.tagged = true;
    return { $raw: plainValue };
  }
  throw new TypeError(`${path} cannot be kept: ${typeof value === 'object' ? nameOf(value) : String(value)}`);
}

function tag(name: string, content: unknown, path: string, walk: Walk): unknown {
  walk.tagged = true;
  return { [name]: toPlain(content, path, walk) };
}

/** A member that is `undefined` is as good as absent, in JSON as in TypeScript. */
const membersOf = (value: Record<string, unknown>): [string, unknown][] =>
  Object.entries(value).filter(([, member]) => member !== undefined);

function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (!isRecord(value)) return value;
  if (!isTagged(value)) return mapMembers(value);
  const [[name, content] = []] = Object.entries(value);
  if (name === '$date' && typeof content === 'number') return new Date(content);
  if (name === '$set' && Array.isArray(content)) return new Set(content.map(fromPlain));
  if (name === '$map' && Array.isArray(content)) return new Map(content.map(pairOf));
  if (name === '$raw' && isRecord(content)) return mapMembers(content);
  throw new SyntaxError(`a ${name} holds something else`);
}

const mapMembers = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fromPlain(member)]));

function pairOf(pair: unknown): [unknown, unknown] {
  if (!Array.isArray(pair) || pair.length !== 2) throw new SyntaxError('a $map holds something else');
  return [fromPlain(pair[0]), fromPlain(pair[1])];
}

function isTagged(value: Record<string, unknown>): boolean {
  const keys = Object.keys(value);
  const [first] = keys;
  return keys.length === 1 && first !== undefined && TAG.test(first);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || isForeignObject(prototype);
}

/** The `Object.prototype` of another realm, as test runners make them: the end of its chain, with the methods on it. */
const isForeignObject = (prototype: object): boolean =>
  Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty');

const nameOf = (value: object | null): string => `an instance of ${value?.constructor?.name ?? 'a class'}`;
