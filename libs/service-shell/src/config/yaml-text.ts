import { isError } from '@bff/observability';
import { LineCounter, type Document, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import { ConfigError } from './config-error.ts';

/** What a YAML text says, and where. */
export interface YamlText {
  /** As plain data; nothing of it has been checked. */
  readonly value: unknown;
  /** The line, counted from 1, that a key stands on; of a key that is missing, that of the nearest one around it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads a YAML text. Throws `ConfigError` with a line `file:line: reason` for each error of syntax or key given twice. */
export function readYamlText(text: string, file: string): YamlText {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map((error) => `${file}:${lineAt(error.pos[0])}: ${oneLine(error.message)}`));
  }
  return { value: plainData(document, file), lineOf: (path) => lineAt(offsetOf(document, path)) };
}

function plainData(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias without its anchor, or aliases that multiply without end.
    throw new ConfigError([`${file}: cannot be read: ${isError(error) ? oneLine(error.message) : String(error)}`]);
  }
}

/** Where in the text a key stands; of a key that is missing, the nearest one around it. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length--) {
    const last = keys[length - 1];
    const parent: unknown = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
      );
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

const oneLine = (message: string): string => message.replaceAll(/\s+/g, ' ');
