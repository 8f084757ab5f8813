import { childSpan, continueTrace, formatTraceparent, parseTraceparent } from './index.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parentId = '00f067aa0ba902b7';

describe('reading traceparent', () => {
  it('takes a valid one', () => {
    expect(parseTraceparent(`00-${traceId}-${parentId}-01`)).toEqual({ traceId, parentId, sampled: true });
    expect(parseTraceparent(`00-${traceId}-${parentId}-00`)).toEqual({ traceId, parentId, sampled: false });
  });

  it('takes a later version, with and without more fields', () => {
    expect(parseTraceparent(`cc-${traceId}-${parentId}-01`)).toMatchObject({ traceId });
    expect(parseTraceparent(`cc-${traceId}-${parentId}-01-what-comes-later`)).toMatchObject({ traceId });
  });

  it('reads only the flag that it knows', () => {
    expect(parseTraceparent(`00-${traceId}-${parentId}-fe`)).toMatchObject({ sampled: false });
    expect(parseTraceparent(`00-${traceId}-${parentId}-ff`)).toMatchObject({ sampled: true });
  });

  it.each([
    ['version ff', `ff-${traceId}-${parentId}-01`],
    ['more fields in version 00', `00-${traceId}-${parentId}-01-more`],
    ['more characters without a dash in a later version', `cc-${traceId}-${parentId}-01x`],
    ['upper-case hex', `00-${traceId.toUpperCase()}-${parentId}-01`],
    ['an all-zero trace id', `00-${'0'.repeat(32)}-${parentId}-01`],
    ['an all-zero parent id', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['a short trace id', `00-${traceId.slice(1)}-${parentId}-01`],
    ['no flags', `00-${traceId}-${parentId}`],
    ['two headers joined by Node', `00-${traceId}-${parentId}-01, 00-${traceId}-${parentId}-01`],
    ['a line break at the end', `00-${traceId}-${parentId}-01\n`],
    ['nothing', ''],
  ])('refuses %s', (_what, header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });
});

describe('the context of a request', () => {
  it('goes on with the trace of the caller, as a span of its own', () => {
    const trace = continueTrace(`00-${traceId}-${parentId}-00`);
    expect(trace).toMatchObject({ traceId, parentSpanId: parentId, sampled: false });
    expect(trace.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(trace.spanId).not.toBe(parentId);
  });

  it.each([undefined, 'rubbish', ['a', 'b']])('begins a new trace for %p', (header) => {
    const trace = continueTrace(header, 'vendor=1');
    expect(trace).toEqual({
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
      sampled: true,
    });
    expect(continueTrace(header).traceId).not.toBe(trace.traceId);
  });

  it('passes an outgoing call a span below its own', () => {
    const trace = continueTrace(`00-${traceId}-${parentId}-00`, 'congo=t61rcWkgMzE');
    const child = childSpan(trace);
    expect(child).toMatchObject({ traceId, parentSpanId: trace.spanId, tracestate: 'congo=t61rcWkgMzE' });
    expect(formatTraceparent(child)).toBe(`00-${traceId}-${child.spanId}-00`);
    expect(parseTraceparent(formatTraceparent(child))).toEqual({ traceId, parentId: child.spanId, sampled: false });
  });
});

describe('tracestate', () => {
  const stateOf = (header: string | readonly string[]) =>
    continueTrace(`00-${traceId}-${parentId}-01`, header).tracestate;

  it.each([
    ['one member', 'rojo=00f067aa0ba902b7', 'rojo=00f067aa0ba902b7'],
    ['several, with blanks and empty ones between', 'a=1 ,, b@c=2', 'a=1,b@c=2'],
    ['several headers', ['a=1', 'b=2'], 'a=1,b=2'],
  ])('is passed on: %s', (_what, header, expected) => {
    expect(stateOf(header)).toBe(expected);
  });

  it.each([
    ['an upper-case key', 'Rojo=1'],
    ['no value', 'rojo'],
    ['an equals sign in a value', 'rojo=a=b'],
    ['a repeated key', 'a=1,a=2'],
    ['33 members', Array.from({ length: 33 }, (_, i) => `k${i}=v`).join(',')],
    ['more than 512 characters', `a=${'x'.repeat(250)},b=${'x'.repeat(250)},c=${'x'.repeat(20)}`],
    ['a control character', 'a=\u0001'],
  ])('is dropped, and the trace kept, for %s', (_what, header) => {
    expect(stateOf(header)).toBeUndefined();
    expect(continueTrace(`00-${traceId}-${parentId}-01`, header).traceId).toBe(traceId);
  });
});
