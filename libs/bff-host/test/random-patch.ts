import type { JsonObject, Knob } from '@bff/live-settings';
import { z } from 'zod';
import { settingsSchema } from '../src/settings.ts';

/** Values by the path of their knob; null takes one back to its default. */
export type Chosen = ReadonlyMap<string, unknown>;

export interface ChoiceOptions {
  readonly random: () => number;
  /** How many of the knobs are taken back, as a share. */
  readonly taken: number;
}

/** Up to eight knobs, with values as the schema has them. Two of them may not go together. */
export function chooseKnobs(knobs: readonly Knob[], { random, taken }: ChoiceOptions): Chosen {
  const chosen = new Map<string, unknown>();
  for (let count = Math.ceil(random() * 8); count > 0; count--) {
    const path = knobs[Math.floor(random() * knobs.length)]?.path ?? '';
    const isTaken = random() < taken && path !== 'page.deadlineMs';
    chosen.set(path, isTaken ? null : valueFor(path, random));
  }
  return chosen;
}

/** The merge patch that says so. */
export function patchOf(chosen: Chosen): JsonObject {
  let patch: JsonObject = {};
  for (const [path, value] of chosen) patch = withValue(patch, path.split('.'), value);
  return patch;
}

function withValue(group: JsonObject, [key = '', ...inner]: readonly string[], value: unknown): JsonObject {
  if (inner.length === 0) return { ...group, [key]: value };
  return { ...group, [key]: withValue(groupSchema.parse(group[key] ?? {}), inner, value) };
}

const groupSchema = z.record(z.string(), z.unknown());

const nodeSchema = z.looseObject({
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
});

const root = nodeSchema.parse(z.toJSONSchema(settingsSchema, { io: 'input' }));

function valueFor(path: string, random: () => number): number | boolean {
  let node = root;
  for (const key of path.split('.')) node = nodeSchema.parse(node.properties?.[key]);
  if (node.type === 'boolean') return random() < 0.5;
  const least = node.minimum ?? node.exclusiveMinimum ?? 0;
  const most = Math.min(node.maximum ?? node.exclusiveMaximum ?? least + 10, least + 10_000);
  const drawn = least + (1 - random() * 0.999) * (most - least) * 0.999;
  return node.type === 'integer' ? Math.ceil(drawn) : Number(drawn.toPrecision(1 + Math.floor(random() * 12)));
}
