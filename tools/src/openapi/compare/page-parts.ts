import { type JsonObject, isObject, listAt, objectAt } from './json.ts';
import { shapeOf } from './shape.ts';

/** The body of a page, taken apart. */
export interface PageParts {
  /** Everything but the sections. */
  readonly frame: JsonObject;
  /** What each section holds when it did not fail. */
  readonly sections: JsonObject;
  /** What is said of a section that is not as it should be; undefined when the page says no such thing of any. */
  readonly entries: { readonly stale: unknown; readonly failed: unknown };
}

/** Undefined for a body that is no page: one without `data` and `meta.sections`. */
export function pageParts(document: JsonObject, schema: unknown): PageParts | undefined {
  const { keywords } = shapeOf(document, schema);
  const properties = objectAt(keywords, 'properties');
  const meta = objectAt(properties, 'meta');
  const metaProperties = objectAt(meta, 'properties');
  if (!isObject(properties['data']) || !isObject(metaProperties['sections'])) return undefined;

  const { sections: described, ...otherMeta } = metaProperties;
  const frame = {
    ...keywords,
    properties: {
      ...properties,
      data: { ...properties['data'], properties: {}, required: [] },
      meta: { ...meta, properties: { ...otherMeta, sections: { type: objectAt(metaProperties, 'sections')['type'] } } },
    },
  };
  const sections = Object.entries(objectAt(properties['data'], 'properties'));
  const entries = Object.values(objectAt(described, 'properties')).flatMap((entry) => alternativesOf(document, entry));
  return {
    frame,
    sections: Object.fromEntries(sections.map(([key, value]) => [key, withoutNull(value)])),
    entries: { stale: withStatus(document, entries, 'stale'), failed: withStatus(document, entries, 'failed') },
  };
}

function withoutNull(schema: unknown): unknown {
  const rest = listAt(schema, 'anyOf').filter((each) => !(isObject(each) && each['type'] === 'null'));
  const [only] = rest;
  if (rest.length === 1) return only;
  return rest.length > 0 ? { anyOf: rest } : schema;
}

function alternativesOf(document: JsonObject, schema: unknown): readonly unknown[] {
  const { alternatives } = shapeOf(document, schema);
  return alternatives.length > 0 ? alternatives : [schema];
}

const withStatus = (document: JsonObject, entries: readonly unknown[], status: string): unknown =>
  entries.find((entry) => {
    const { keywords } = shapeOf(document, entry);
    return shapeOf(document, objectAt(keywords, 'properties')['status']).values?.includes(status);
  });
