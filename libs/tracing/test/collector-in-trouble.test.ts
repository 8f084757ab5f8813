import { type Answer, refusedWith, taken, takenBut } from './collector.ts';
import { runPage } from './pages.ts';
import { type Traced, startTraced, stopCollectors } from './tracing.ts';

afterEach(stopCollectors);

/** So short that a batch is not sent again: its first retry would come after a second. */
const quick = { OTEL_EXPORTER_OTLP_TIMEOUT: '300', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '3' };

/** Each page of three spans is a batch, which begins at once. */
async function sendPage({ listener, collector }: Traced): Promise<void> {
  const before = collector.deliveries.length;
  runPage(listener);
  await collector.received(before + 1);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function startWith(answer: Answer | 'hang', env: Record<string, string> = {}): Promise<Traced> {
  const traced = await startTraced({ ...quick, ...env });
  traced.collector.answerWith(answer);
  return traced;
}

it.each([
  [503, 'the collector answered 429, 502, 503 or 504 until the time was over'],
  [401, 'the collector answered 401'],
])('tells that a collector which answers %i loses spans, and nothing of its words', async (status, reason) => {
  const traced = await startWith(refusedWith(status));
  await sendPage(traced);
  await until(() => traced.warnings().length > 0);
  expect(traced.warnings()).toEqual([expect.objectContaining({ msg: 'spans are lost', spans: 3, reason })]);
  await traced.close();
  expect(traced.text()).not.toMatch(/secret words|stack|Unauthorized/);
});

it('warns once a minute at most, with how many were lost, and tells that spans are sent again', async () => {
  const traced = await startWith(refusedWith(400));
  const { collector, clock, lines, warnings, close } = traced;
  await sendPage(traced);
  await until(() => warnings().length === 1);
  await sendPage(traced);
  await sendPage(traced);
  clock.advance(59_999);
  await sendPage(traced);
  collector.answerWith('hang');
  // A batch begins when the one before it has failed, so three have by now.
  await sendPage(traced);
  clock.advance(1);
  await collector.release(refusedWith(400));
  await until(() => warnings().length === 2);
  collector.answerWith(taken);
  await sendPage(traced);
  await until(() => lines().some(({ msg }) => msg === 'spans are sent again'));
  await sendPage(traced);
  await close();
  expect(warnings().map(({ spans }) => spans)).toEqual([3, 12]);
  expect(lines().filter(({ msg }) => msg === 'spans are sent again')).toMatchObject([{ lostMeanwhile: 0 }]);
});

it('tells of a collector that is not there, and keeps nothing for it', async () => {
  const traced = await startWith(taken);
  await traced.collector.close();
  runPage(traced.listener);
  await until(() => traced.warnings().length > 0);
  expect(traced.warnings()).toMatchObject([{ spans: 3, reason: 'ECONNREFUSED' }]);
});

it('tells how much of a batch the collector refused', async () => {
  const traced = await startWith(takenBut(2));
  await sendPage(traced);
  await traced.close();
  expect(traced.warnings()).toMatchObject([{ spans: 2, reason: 'the collector refused them' }]);
  expect(traced.text()).not.toMatch(/secret words|sent again/);
});

describe('a collector that hangs', () => {
  const patient = { OTEL_EXPORTER_OTLP_TIMEOUT: '60000' };

  it('costs no page more than the queue, and is told of once', async () => {
    const traced = await startWith('hang', { ...patient, OTEL_BSP_MAX_QUEUE_SIZE: '8' });
    await sendPage(traced);
    for (let page = 0; page < 1000; page += 1) runPage(traced.listener);
    await until(() => traced.warnings().length > 0);
    expect(traced.warnings()).toMatchObject([{ spans: 3, reason: 'the queue is full' }]);
    // One page is on its way, and two fit into the queue whole; nobody holds the other 998.
    const closing = traced.close();
    traced.clock.advance(2000);
    await closing;
    expect(traced.warnings()).toHaveLength(2);
    expect(traced.warnings()[1]).toMatchObject({ spans: 997 * 3 + 9 });
    // What was in the queue was at least tried.
    await traced.collector.received(3);
    expect(traced.collector.spans()).toHaveLength(9);
  });

  it('keeps nobody who closes for more than two seconds', async () => {
    const traced = await startWith('hang', patient);
    await sendPage(traced);
    const closing = traced.close();
    let closed = false;
    void closing.then(() => (closed = true));
    await traced.clock.advanceBy(1999);
    expect(closed).toBe(false);
    await traced.clock.advanceBy(1);
    expect(closed).toBe(true);
    const reason = 'the collector did not take them within 2000 ms';
    expect(traced.warnings()).toMatchObject([{ msg: 'spans are lost', spans: 3, reason }]);
  });

  it('is given up after its time, and the next batch is sent', async () => {
    const traced = await startWith('hang');
    await sendPage(traced);
    await until(() => traced.warnings().length > 0);
    expect(traced.warnings()).toMatchObject([{ spans: 3, reason: 'the collector did not answer within 300 ms' }]);
    traced.collector.answerWith(taken);
    await sendPage(traced);
    await until(() => traced.lines().some(({ msg }) => msg === 'spans are sent again'));
    await traced.close();
  });
});

it('waits at its end for the batches that the collector takes, though it has refused one', async () => {
  const traced = await startWith('hang', { OTEL_EXPORTER_OTLP_TIMEOUT: '60000', OTEL_BSP_SCHEDULE_DELAY: '60000' });
  await sendPage(traced);
  runPage(traced.listener);
  const closing = traced.close();
  let closed = false;
  void closing.then(() => (closed = true));
  await traced.collector.received(2);
  await traced.collector.releaseLast(refusedWith(400));
  await until(() => traced.warnings().length > 0);
  await traced.clock.settle();
  expect(closed).toBe(false);
  await traced.collector.release(taken);
  await closing;
  expect(traced.warnings()).toMatchObject([{ spans: 3, reason: 'the collector answered 400' }]);
});
