import { createServer, type IncomingMessage } from 'node:http';

const whisper = '<Response><Say language="ja-JP">マーケットからのお電話です。</Say></Response>';
const notice = '<Response><Message>メッセージを送信できませんでした。</Message></Response>';

/** What the Functions answer: a body, with a status where that is not 200. */
type Answer = string | { status: number };

/** In place of the Functions. @param telOf the number that a bearer of this `Authorization` dials. */
export function stubFunctions(telOf: (authorization: string | undefined) => string | undefined) {
  const answers: Readonly<Record<string, (fields: URLSearchParams, request: IncomingMessage) => Answer>> = {
    '/connect': (_fields, { headers }) => success({ tel: telOf(headers.authorization) }),
    '/blocks': blocks,
    '/reports': reports,
    '/proxy/intercept': (fields) => ({ status: String(fields).includes('090-') ? 403 : 200 }),
    '/messages/incoming': () => notice,
    '/whisper': () => whisper,
  };
  return createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const answer = answers[request.url ?? '']?.(new URLSearchParams(body), request) ?? { status: 404 };
    const isText = typeof answer === 'string';
    response
      .writeHead(isText ? 200 : answer.status, {
        'content-type': isText && answer.startsWith('<') ? 'text/xml' : 'application/json',
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'authorization, accept-language',
      })
      .end(isText ? answer : undefined);
  });
}

function success(data: object): string {
  return JSON.stringify({ status: 'success', data });
}

function blocks(fields: URLSearchParams): string {
  const action = fields.get('action');
  return success(action === 'list' ? { blocks: [] } : { blocked: action === 'add' });
}

function reports(fields: URLSearchParams): string {
  if (fields.get('text') !== 'refuse') return success({ blocked: false });
  return JSON.stringify({ status: 'error', message: '通報の回数が上限' });
}
