/** A metric in an expression, with the labels that it is chosen by and the values that are asked for. */
export interface Selector {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly value: string }[];
}

const words = new Set(['and', 'or', 'unless', 'offset', 'bool', 'by', 'without', 'on', 'ignoring', 'Inf', 'NaN']);
const selector = /([a-zA-Z_:][\w:]*)(\s*\{([^}]*)\})?/g;

/** Every metric that a PromQL expression reads. Names of functions, keywords and labels to group by are none. */
export function selectorsOf(expression: string): Selector[] {
  const text = expression
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  return [...text.matchAll(selector)].flatMap(({ 0: whole, 1: metric = '', 3: matchers = '', index }) => {
    const isFunction = /^\s*\(/.test(text.slice(index + whole.length));
    if (isFunction || words.has(metric) || /[\d.]$/.test(text.slice(0, index))) return [];
    const pairs = [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"([^"]*)"/g)];
    return [{ metric, matchers: pairs.map(([, label = '', value = '']) => ({ label, value })) }];
  });
}

/** The labels that an expression groups by or joins on. */
export function groupingLabelsOf(expression: string): string[] {
  const groups = expression.matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g);
  return [...groups].flatMap(([, list = '']) => list.split(',').map((label) => label.trim()));
}
