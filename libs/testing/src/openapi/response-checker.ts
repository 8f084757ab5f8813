import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { closed } from './closed-document.ts';
import { type JsonObject, type Located, descend, isJsonObject, member } from './json-pointer.ts';

/** What is checked of an answer; supertest's `Response` is one. */
export interface CheckedResponse {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Says in words what of an answer is not as the document has it; an empty list when all is. */
export type ResponseCheck = (method: string, path: string, response: CheckedResponse) => readonly string[];

/** Headers that any server sends and no interface speaks of. */
const ofTheTransport =
  /^(?:date|connection|keep-alive|transfer-encoding|content-(?:type|length|encoding|security-policy)|x-content-type-options|referrer-policy|strict-transport-security|cross-origin-.*|access-control-.*|permissions-policy)$/;

/**
 * Holds real answers against an OpenAPI 3.1 document: the status is one that the operation has, every header and the body
 * are of their schemas, and nothing is there that the document does not tell of.
 *
 * @param document as the app serves it at `/openapi.json`
 * @example
 * const check = responseChecker((await supertest(url).get('/openapi.json')).body);
 * const response = await app.get('/v1/orders/ord_1?x=y');
 * expect(check('GET', '/v1/orders/ord_1?x=y', response)).toEqual([]);
 */
export function responseChecker(document: unknown): ResponseCheck {
  if (!isJsonObject(document)) throw new TypeError('an OpenAPI document is an object');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(Object(closed(document)), 'document');

  const complaintsOn = (what: string, schema: Located | undefined, value: unknown): string[] => {
    if (!schema) return [`${what} has no schema`];
    const validate = ajv.getSchema(`document#${encodeURI(schema.pointer)}`);
    if (!validate) return [`${what} has a schema that cannot be read`];
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${what}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };

  return (method, path, response) => {
    const operation = findOperation(document, method, path);
    if (!operation) return [`the document has no ${method} ${path}`];
    const described = findResponse(document, operation, response.status);
    if (!described) return [`${method} ${path} has no status ${response.status} in the document`];
    return [
      ...checkHeaders(document, described, response, complaintsOn),
      ...checkBody(document, described, response, complaintsOn),
    ];
  };
}

type Complain = (what: string, schema: Located | undefined, value: unknown) => string[];

function findOperation(document: JsonObject, method: string, path: string): Located | undefined {
  const paths = descend(document, { pointer: '', value: document }, 'paths');
  if (!paths || !isJsonObject(paths.value)) return undefined;
  const [pathname = ''] = path.split('?');
  const matching = Object.keys(paths.value).filter((template) => matches(template, pathname));
  // `/orders/mine` is meant before `/orders/{orderId}`.
  const [best] = matching.toSorted((a, b) => Number(a.includes('{')) - Number(b.includes('{')));
  return best === undefined ? undefined : descend(document, paths, best, method.toLowerCase());
}

function matches(template: string, pathname: string): boolean {
  const [expected, given] = [template.split('/'), pathname.split('/')];
  return expected.length === given.length && expected.every((part, at) => part.startsWith('{') || part === given[at]);
}

/** A status of its own before its range (`4XX`), as OpenAPI wants it. */
const findResponse = (document: JsonObject, operation: Located, status: number): Located | undefined =>
  descend(document, operation, 'responses', String(status)) ??
  descend(document, operation, 'responses', `${Math.floor(status / 100)}XX`);

function checkHeaders(
  document: JsonObject,
  described: Located,
  { headers }: CheckedResponse,
  complain: Complain,
): string[] {
  const declared = member(document, described, 'headers');
  const names = isJsonObject(declared?.value) ? Object.keys(declared.value) : [];
  const complaints = names.flatMap((name) => {
    const header = declared && member(document, declared, name);
    const given = headers[name.toLowerCase()];
    if (given === undefined) {
      return isJsonObject(header?.value) && header.value['required'] === true ? [`header ${name} is missing`] : [];
    }
    const schema = header && member(document, header, 'schema');
    const isInteger = isJsonObject(schema?.value) && schema.value['type'] === 'integer';
    return complain(`header ${name}`, schema, isInteger ? Number(given) : String(given));
  });
  const known = new Set(names.map((name) => name.toLowerCase()));
  const others = Object.keys(headers).filter((name) => !known.has(name) && !ofTheTransport.test(name));
  return [...complaints, ...others.map((name) => `header ${name} is not in the document`)];
}

function checkBody(
  document: JsonObject,
  described: Located,
  { headers, text }: CheckedResponse,
  complain: Complain,
): string[] {
  const content = member(document, described, 'content');
  if (!content) return text === '' ? [] : ['there is a body, and the document has none'];
  const [type = ''] = String(headers['content-type'] ?? '').split(';');
  const media = member(document, content, type.trim());
  if (!media) return [`the content type ${type || '(none)'} is not in the document`];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return ['the body is not JSON'];
  }
  return complain('body', member(document, media, 'schema'), body);
}
