import { judgeOrderPage, orderPageBody, orderPageData, orderPageRequest } from './workload.ts';

const order = '{"order":{"id":"ord_1","payment":null}}';

it.each([
  ['everything', 200, `{"data":${order}}`, 'good'],
  ['everything, and words of ours', 200, `{"data":${order},"extensions":{"bff":{"complete":true}}}`, 'good'],
  ['the order, but an error', 200, `{"errors":[{"message":"no"}],"data":${order}}`, 'partial'],
  ['no order', 200, '{"errors":[{"message":"no"}],"data":{"order":null}}', 'failed'],
  ['no data', 200, '{"errors":[{"message":"no"}]}', 'failed'],
  ['everything, but a status that says otherwise', 500, `{"data":${order}}`, 'failed'],
  ['a problem', 503, '{"code":"OVERLOADED"}', 'failed'],
])('judges an answer with %s', (_what, status, body, quality) => {
  expect(judgeOrderPage(status, body)).toBe(quality);
});

it('compares what was asked for alone', () => {
  expect(orderPageData(`{"data":${order},"extensions":{"bff":{}}}`)).toEqual({ order: { id: 'ord_1', payment: null } });
});

it('asks for the order, with a length that is right', () => {
  const [head = '', body = ''] = orderPageRequest('ord_7', 'a.b.c').split('\r\n\r\n');
  expect(body).toBe(orderPageBody('ord_7'));
  expect(JSON.parse(body)).toMatchObject({ variables: { id: 'ord_7' } });
  expect(head).toMatch(new RegExp(`\r\nContent-Length: ${body.length}$`));
  expect(head).toContain('\r\nAuthorization: Bearer a.b.c\r\n');
});
