import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { json } from 'node:stream/consumers';
import { createLogSink, createLogger, createMetrics } from '@bff/observability';
import { createApp, sendText } from '@bff/service-shell';
import { type Listening, type TestBrowser, describeWithBrowser, listen, startBrowser } from '@bff/testing';
import { type OperationDefinitionNode, buildSchema, getVariableValues, graphql, parse, validate } from 'graphql';
import type { Page } from 'playwright-core';
import { buildPlayground } from '../playground/build/build-playground.ts';
import { type PlaygroundOptions, mountPlayground } from '../src/playground/mount-playground.ts';

const textsOf = (pattern: string) =>
  new Map(globSync(resolve(import.meta.dirname, pattern)).map((file) => [basename(file), readFileSync(file, 'utf8')]));
const schema = buildSchema([...textsOf('../src/schema/*.graphql').values()].join('\n'));

describe('the examples', () => {
  const examples = [...textsOf('../playground/page/examples/*.graphql')];
  const variables = textsOf('../playground/page/examples/*.variables.json');

  it('are three', () => expect(examples).toHaveLength(3));

  it.each(examples)('%s is an operation of the schema, and its variables are what it takes', (name, text) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions as readonly OperationDefinitionNode[];
    const given = JSON.parse(variables.get(name.replace('.graphql', '.variables.json')) ?? '');
    expect(getVariableValues(schema, operation?.variableDefinitions ?? [], given).errors).toBeUndefined();
  });

  it.each(examples)('%s has no comment that is wider than the editor', (_, text) => {
    expect(text.split('\n').filter((line) => line.startsWith('#') && line.length > 49)).toEqual([]);
  });
});

describeWithBrowser('the playground, in a real browser', () => {
  let app: PlaygroundApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    await buildPlayground();
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
  }, 60_000);
  afterAll(() => Promise.all([browser.close(), app.close()]));
  beforeEach(() => app.asked.splice(0));

  it('opens with the examples in tabs, and a token that is sent with everything', async () => {
    const { page, complaints } = await opened(browser, app);
    expect(await tabTitles(page)).toEqual(['A whole order', 'A list', 'Partial data']);
    await runToEnd(page);
    expect(app.asked.map(({ operation, token }) => [operation, token])).toEqual([
      ['IntrospectionQuery', 'Bearer token-1'],
      ['WholeOrder', 'Bearer token-1'],
    ]);
    expect(app.asked.at(-1)?.variables).toEqual({ orderId: 'ord_20000' });
    await page.getByRole('button', { name: 'Headers' }).click();
    await shows(page, 'Headers', /"Authorization":\s"Bearer\stoken-1"/);
    expect(complaints).toEqual([]);
  });

  it('shows which sections failed and which are stale', async () => {
    const { page, complaints } = await opened(browser, app);
    await openTab(page, 'Partial data');
    await run(page);
    await strip(page).getByText('Partial: 1 section failed, 1 stale').waitFor();
    expect(await strip(page).locator('.bff-facts').innerText()).toMatch(/^HTTP 200\s+\d+ ms\s+request [\w-]{36}$/);
    const rows = await page.getByRole('listitem').and(page.locator('.bff-row')).allInnerTexts();
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'failed order.payment DOWNSTREAM_TIMEOUT A service did not answer in time · payment service · try again in 2 s',
      'stale product.stock DOWNSTREAM_CIRCUIT_OPEN 1 minute 35 seconds old',
    ]);
    expect(complaints).toEqual([]);
  });

  it('tells each answer by its tab, and takes nothing that was not sent for an answer', async () => {
    const { page } = await opened(browser, app);
    await runToEnd(page);
    await openTab(page, 'Partial data');
    await strip(page).getByText('No answer yet').waitFor();
    await openTab(page, 'A whole order');
    await strip(page).getByText('Complete', { exact: true }).waitFor();
    await linesIn(page, 'Variables').click();
    await page.keyboard.type('x');
    await run(page);
    await strip(page).getByText('Nothing was sent').waitFor();
    expect(app.asked.map(({ operation }) => operation)).toEqual(['IntrospectionQuery', 'WholeOrder']);
  });

  it('says why a query was refused', async () => {
    const { page } = await opened(browser, app);
    await typeQuery(page, 'query TooDeep { viewer { id } }');
    await run(page);
    await strip(page).getByText('Refused: QUERY_REFUSED').waitFor();
    await strip(page).getByText('The query is 17 levels deep; at most 12 are allowed.').waitFor();
    expect(await strip(page).locator('.bff-facts').innerText()).toMatch(/^HTTP 400/);
    await typeQuery(page, 'query TooLate { viewer { id } }');
    await run(page);
    await strip(page).getByText('Refused: UNAUTHENTICATED').waitFor();
    await strip(page).getByText('The token has expired · reload the page for a new token').waitFor();
  });

  it('says that nothing came back, or nothing that can be read', async () => {
    const { page } = await opened(browser, app);
    await typeQuery(page, 'query Broken { viewer { id } }');
    await run(page);
    await strip(page).getByText('What came back with status 503 is no answer of GraphQL.').waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await run(page);
    await strip(page).getByText('Nothing came back: Failed to fetch.').waitFor();
    await strip(page).getByText('No answer', { exact: true }).waitFor();
    expect(await strip(page).locator('.bff-facts').innerText()).toMatch(/^\d+ ms$/);
  });

  it('completes a field', async () => {
    const { page, complaints } = await opened(browser, app);
    await typeQuery(page, 'query Mine { viewer { cust');
    await page.keyboard.press('Control+Space');
    const offered = page.locator('.suggest-widget .monaco-list-row', { hasText: 'customer' });
    await offered.first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows the documentation of the schema', async () => {
    const { page, complaints } = await opened(browser, app);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Order', exact: true }).click();
    await page.getByText('An order with everything around it.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps what was typed, and no token: from every tab that of today is sent', async () => {
    const { page } = await opened(browser, app);
    await typeQuery(page, 'query Mine { viewer { id } }');
    await page.getByRole('button', { name: 'Mine', exact: true }).waitFor();
    await openTab(page, 'A list');
    // GraphiQL writes half a second after the last change.
    await page.waitForFunction(() => localStorage.getItem('graphiql:tabState')?.includes('"activeTabIndex":1'));
    expect(await kept(page)).not.toContain('Bearer');

    // As an older page, or a person with the tools of the browser, may have left it.
    await page.evaluate(`
      const tabs = JSON.parse(localStorage.getItem('graphiql:tabState'));
      for (const tab of tabs.tabs) tab.headers = '{"Authorization":"Bearer old"}';
      localStorage.setItem('graphiql:tabState', JSON.stringify(tabs));
      localStorage.setItem('graphiql:headers', '{"Authorization":"Bearer old"}');
      localStorage.setItem('graphiql:shouldPersistHeaders', 'true');`);
    await reload(page);
    expect(await tabTitles(page)).toEqual(['Mine', 'A list', 'Partial data']);
    await shows(page, 'Operation Editor', /query\sOrderList\(/);
    await runToEnd(page);
    await openTab(page, 'Mine');
    await shows(page, 'Operation Editor', /^query\sMine\s\{/);
    await runToEnd(page);
    const [, ...asked] = app.asked.slice(1);
    expect(asked.map(({ operation, token }) => [operation, token])).toEqual([
      ['OrderList', app.newestToken()],
      ['Mine', app.newestToken()],
    ]);
  });

  it('sends what is taken from the history with the token of today, and keeps none there', async () => {
    const { page } = await opened(browser, app);
    await typeQuery(page, 'query Mine { viewer { id } }');
    await page.getByRole('button', { name: 'Mine', exact: true }).waitFor();
    await runToEnd(page);
    await openTab(page, 'A list');
    await page.getByRole('button', { name: 'Show History' }).click();
    const mine = page.locator('.graphiql-history-item-label', { hasText: 'Mine' });
    await mine.click();
    await runToEnd(page);
    expect(app.asked.at(-1)).toMatchObject({ operation: 'Mine', token: app.newestToken() });
    expect(await kept(page)).toContain('query Mine');
    expect(await kept(page)).not.toContain('Bearer');

    await reload(page);
    await openTab(page, 'Partial data');
    await mine.first().click();
    await runToEnd(page);
    expect(app.asked.at(-1)).toMatchObject({ operation: 'Mine', token: app.newestToken() });
  });

  it('is dark where the browser is, with an outcome that can be read', async () => {
    const { page, complaints } = await opened(browser, app, { colorScheme: 'dark' });
    await openTab(page, 'Partial data');
    await run(page);
    await strip(page).getByText('failed', { exact: true }).waitFor();
    await darkEditor(page).waitFor();
    expect(await page.evaluate(background)).toBe(dark);
    expect(await lowestContrast(page)).toBeGreaterThan(4.5);
    expect(complaints).toEqual([]);
  });

  it('is light elsewhere, and follows the browser without being loaded again', async () => {
    const { page } = await opened(browser, app);
    await openTab(page, 'Partial data');
    await run(page);
    await strip(page).getByText('failed', { exact: true }).waitFor();
    expect(await lowestContrast(page)).toBeGreaterThan(4.5);
    await page.emulateMedia({ colorScheme: 'dark' });
    await darkEditor(page).waitFor();
    expect(await page.evaluate(background)).toBe(dark);
  });

  it('fits on a phone, answer, outcome and documentation', async () => {
    const { page } = await opened(browser, app);
    await page.setViewportSize({ width: 390, height: 844 });
    await openTab(page, 'Partial data');
    await run(page);
    const last = strip(page).getByText('1 minute 35 seconds old');
    await last.waitFor();
    const fits =
      'document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight';
    expect(await page.evaluate(fits)).toBe(true);
    const box = await last.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844).toBe(true);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    expect((await page.locator('.graphiql-plugin').boundingBox())?.width).toBe(390);
    expect(await page.evaluate(fits)).toBe(true);
  });

  it('can be used without a mouse, and says what happens to those who do not see it', async () => {
    const { page } = await opened(browser, app);
    await openTab(page, 'Partial data');
    await page.keyboard.press('Tab');
    const status = page.locator('.bff-strip [role=status][aria-live=polite]');
    expect(await status.innerText()).toContain('No answer yet');
    await page.locator('.graphiql-execute-button').focus();
    await page.keyboard.press('Enter');
    await status.getByText('Partial: 1 section failed, 1 stale').waitFor();
    const list = page.getByRole('list', { name: 'Sections that failed or are stale' });
    for (let presses = 0; presses < 20; presses += 1) {
      if (await list.evaluate((element) => element.matches(':focus'))) break;
      await page.keyboard.press('Tab');
    }
    expect(await list.evaluate((element) => element.matches(':focus-visible'))).toBe(true);
  });

  it('opens without a token too, says so, and gets the schema when one is typed in', async () => {
    const tokenless = await startApp({});
    try {
      const { page, complaints } = await opened(browser, tokenless);
      await page.getByText('There is no token here.').waitFor();
      expect(tokenless.asked).toEqual([]);
      await page.getByRole('button', { name: 'Headers' }).click();
      await linesIn(page, 'Headers').click();
      await page.keyboard.insertText('{ "Authorization": "Bearer mine" }');
      await page.getByText('There is no token here.').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page.getByRole('link', { name: 'Order', exact: true }).waitFor();
      await runToEnd(page);
      expect(new Set(tokenless.asked.map(({ token }) => token))).toEqual(new Set(['Bearer mine']));
      expect(complaints).toEqual([]);
    } finally {
      await tokenless.close();
    }
  });

  it('opens when no token is to be had, too, and says what to do', async () => {
    const tokenless = await startApp({ tokenFrom: () => Promise.reject(new Error('connect ECONNREFUSED')) });
    try {
      const { page } = await opened(browser, tokenless);
      await page.getByText('No token: the user service gave none. Start it (npm start) and reload').waitFor();
      expect(tokenless.asked).toEqual([]);
    } finally {
      await tokenless.close();
    }
  });
});

/** What the page asked of the API. */
interface Asked {
  readonly operation: string;
  readonly variables: unknown;
  readonly token: string | undefined;
}

interface PlaygroundApp extends Listening {
  readonly asked: Asked[];
  newestToken(): string;
}

/** The playground as the app serves it, around an API that knows its answers by heart. */
async function startApp(playground?: PlaygroundOptions): Promise<PlaygroundApp> {
  const asked: Asked[] = [];
  let tokens = 0;
  const tokenFrom = async () => {
    tokens += 1;
    return `token-${tokens}`;
  };
  const app = createApp({
    name: 'playground',
    logger: createLogger({ app: 'playground', destination: createLogSink() }),
    metrics: createMetrics({ app: 'playground', processMetrics: false }),
    routes(router) {
      mountPlayground(router, playground ?? { tokenFrom });
      router.post('/graphql', async (req, res) => {
        const { query, variables, operationName } = (await json(req)) as Record<'query' | 'operationName', string> & {
          readonly variables: unknown;
        };
        asked.push({ operation: operationName, variables, token: req.headers.authorization });
        const introspected = operationName === 'IntrospectionQuery' && (await graphql({ schema, source: query }));
        const { status = 200, body } = introspected ? { body: introspected } : (answers[operationName] ?? complete);
        sendText(res, status, typeof body === 'string' ? body : JSON.stringify(body), {
          'Content-Type': 'application/json',
        });
      });
    },
  });
  return { ...(await listen(app)), asked, newestToken: () => `Bearer token-${tokens}` };
}

interface CannedAnswer {
  /** Default 200. */
  readonly status?: number;
  readonly body: object | string;
}

const complete: CannedAnswer = {
  body: {
    data: { viewer: { id: 'usr_0001' } },
    extensions: { bff: { complete: true, degraded: false, sections: {} } },
  },
};

const timeout = { code: 'DOWNSTREAM_TIMEOUT', retryable: true, retryAfterMs: 2000 };

const refusal = (status: number, message: string, code: string): CannedAnswer => ({
  status,
  body: { errors: [{ message, extensions: { code } }] },
});

/** By the operation's name; every other one gets all that it asks for. */
const answers: Readonly<Record<string, CannedAnswer>> = {
  PartialData: {
    body: {
      data: { order: { payment: null }, product: { stock: { available: 1 } } },
      errors: [
        {
          message: 'A service did not answer in time',
          path: ['order', 'payment'],
          extensions: { ...timeout, service: 'payment', section: 'order.payment' },
        },
      ],
      extensions: {
        bff: {
          complete: false,
          degraded: true,
          sections: {
            'order.payment': { status: 'failed', ...timeout },
            'product.stock': { status: 'stale', ageSeconds: 95, code: 'DOWNSTREAM_CIRCUIT_OPEN' },
          },
        },
      },
    },
  },
  TooDeep: refusal(400, 'The query is 17 levels deep; at most 12 are allowed.', 'QUERY_REFUSED'),
  TooLate: refusal(401, 'The token has expired', 'UNAUTHENTICATED'),
  Broken: { status: 503, body: '<h1>Service Unavailable</h1>' },
};

async function opened(browser: TestBrowser, app: Listening, options: Parameters<TestBrowser['open']>[1] = {}) {
  const { page, complaints } = await browser.open(`${app.url}/`, options);
  await isOpen(page);
  return { page, complaints };
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await isOpen(page);
}

const isOpen = (page: Page) => page.locator('.graphiql-query-editor .view-line').first().waitFor();

/** Everything that the browser keeps for the page. */
const kept = (page: Page): Promise<string> => page.evaluate('JSON.stringify({ ...localStorage })');

const run = (page: Page) => page.getByRole('button', { name: /^Execute query/ }).click();
/** Runs an operation that is answered with all that it asks for. */
async function runToEnd(page: Page): Promise<void> {
  await run(page);
  await strip(page).getByText('Complete', { exact: true }).waitFor();
}

/** By the keyboard: tabs move for a moment after one of them got another name, and a click would miss. */
async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter');
  await page.locator('.graphiql-tab-active').getByText(name, { exact: true }).waitFor();
}
const tabTitles = (page: Page) => page.locator('.graphiql-tab-button').allInnerTexts();
/** GraphiQL's dark background, and Monaco's name for a dark theme. */
const dark = 'rgb(33, 42, 59)';
const background = 'getComputedStyle(document.querySelector(".graphiql-container")).backgroundColor';
const darkEditor = (page: Page) => page.locator('.graphiql-query-editor .monaco-editor.vs-dark');

const strip = (page: Page) => page.getByRole('region', { name: 'Outcome' });

const linesIn = (page: Page, region: string) =>
  page.getByRole('region', { name: region }).locator('.view-lines').filter({ visible: true });

/** Waits for a text in an editor. Monaco writes spaces of a kind that only `\s` matches. */
const shows = (page: Page, region: string, text: RegExp): Promise<void> =>
  linesIn(page, region).filter({ hasText: text }).waitFor();

async function typeQuery(page: Page, text: string): Promise<void> {
  await linesIn(page, 'Operation Editor').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Of any text of the outcome against what is behind it (WCAG 2, contrast ratio): 4.5 is what can be read well. */
const lowestContrast = (page: Page): Promise<number> => page.evaluate(contrastScript);

const contrastScript = `(() => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const pixel = (colours) => {
    for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => rgb
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const backgrounds = (element) => element === null ? [] : [...backgrounds(element.parentElement), getComputedStyle(element).backgroundColor];
  const ratios = [...document.querySelectorAll('.bff-strip *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ''))
    .map((element) => {
      const behind = backgrounds(element);
      const [light, dark] = [luminance(pixel(behind)), luminance(pixel([...behind, getComputedStyle(element).color]))].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    });
  return Math.min(...ratios);
})()`;
