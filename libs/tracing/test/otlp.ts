/** What OTLP has of a span, read back from the bytes that a collector was sent. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty: none. */
  readonly parentSpanId: string;
  readonly tracestate: string;
  readonly name: string;
  /** 1 internal, 2 server, 3 client. */
  readonly kind: number;
  readonly startNanos: bigint;
  readonly endNanos: bigint;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** 0 unset, 2 error. */
  readonly status: number;
  readonly parentIsRemote: boolean;
}

export interface ReceivedBatch {
  readonly resource: Readonly<Record<string, unknown>>;
  readonly scope: string;
  readonly spans: readonly ReceivedSpan[];
}

type Value = bigint | Buffer;
type Message = ReadonlyMap<number, readonly Value[]>;

/** Reads one message of the protobuf wire format: the values of each field by number. */
function messageOf(bytes: Buffer): Message {
  const fields = new Map<number, Value[]>();
  let at = 0;
  const varint = (): bigint => {
    for (let value = 0n, shift = 0n; ; shift += 7n) {
      const byte = BigInt(bytes.readUInt8(at));
      at += 1;
      value |= (byte & 0x7fn) << shift;
      if (byte < 0x80n) return value;
    }
  };
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError(`a field of ${length} bytes ends after its message`);
    return bytes.subarray(at, (at += length));
  };
  const valueOf = (wireType: number): Value => {
    if (wireType === 0) return varint();
    if (wireType === 1) return take(8);
    if (wireType === 2) return take(Number(varint()));
    if (wireType === 5) return take(4);
    throw new Error(`no such wire type: ${wireType}`);
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const values = fields.get(tag >> 3) ?? [];
    values.push(valueOf(tag & 7));
    fields.set(tag >> 3, values);
  }
  return fields;
}

const bytesOf = (value: Value | undefined): Buffer => (Buffer.isBuffer(value) ? value : Buffer.alloc(0));
const bytes = (message: Message, field: number): Buffer => bytesOf(message.get(field)?.at(-1));
const text = (message: Message, field: number): string => bytes(message, field).toString('utf8');
const hex = (message: Message, field: number): string => bytes(message, field).toString('hex');
const integer = (message: Message, field: number): number => Number(message.get(field)?.at(-1) ?? 0n);
const child = (message: Message, field: number): Message => messageOf(bytes(message, field));
const children = (message: Message, field: number): Message[] =>
  (message.get(field) ?? []).map((value) => messageOf(bytesOf(value)));

/** AnyValue: a string, a boolean, an integer or a double; nothing else is sent here. */
function anyValue(value: Message): unknown {
  if (value.has(1)) return text(value, 1);
  if (value.has(2)) return integer(value, 2) === 1;
  if (value.has(3)) return integer(value, 3);
  if (value.has(4)) return bytes(value, 4).readDoubleLE();
  throw new Error(`an attribute of a kind that is not expected: ${[...value.keys()].join()}`);
}

const attributes = (message: Message, field: number): Record<string, unknown> =>
  Object.fromEntries(children(message, field).map((pair) => [text(pair, 1), anyValue(child(pair, 2))]));

const spanOf = (span: Message): ReceivedSpan => ({
  traceId: hex(span, 1),
  spanId: hex(span, 2),
  tracestate: text(span, 3),
  parentSpanId: hex(span, 4),
  name: text(span, 5),
  kind: integer(span, 6),
  startNanos: bytes(span, 7).readBigUInt64LE(),
  endNanos: bytes(span, 8).readBigUInt64LE(),
  attributes: attributes(span, 9),
  status: integer(child(span, 15), 3),
  parentIsRemote: (bytes(span, 16).readUInt32LE() & 0x200) !== 0,
});

/** Reads an ExportTraceServiceRequest: each scope of each resource is a batch. */
export const readTraces = (body: Buffer): ReceivedBatch[] =>
  children(messageOf(body), 1).flatMap((ofResource) => {
    const resource = attributes(child(ofResource, 1), 1);
    return children(ofResource, 2).map((ofScope) => ({
      resource,
      scope: text(child(ofScope, 1), 1),
      spans: children(ofScope, 2).map(spanOf),
    }));
  });
