import type { IncomingMessage } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import busboy from 'busboy';
import type { ApiRequest } from './api';

/** Reads a request's body: the form that Twilio's APIs take, or the multipart form of an upload. */
export async function readRequest(request: IncomingMessage, url: URL): Promise<ApiRequest> {
  const { authorization, 'content-type': type = '' } = request.headers;
  const body = type.startsWith('multipart/form-data')
    ? await multipart(request)
    : { form: new URLSearchParams(await text(request)) };
  return { method: request.method ?? 'GET', url, authorization, ...body };
}

/** The fields, and the content of the only file. */
function multipart(request: IncomingMessage): Promise<Pick<ApiRequest, 'form' | 'content'>> {
  return new Promise((resolve, reject) => {
    const form = new URLSearchParams();
    let content: Promise<Buffer> | undefined;
    const parser = busboy({ headers: request.headers, limits: { files: 1 } });
    parser.on('field', (name, value) => form.append(name, value));
    parser.on('file', (_name, stream) => {
      content = buffer(stream);
    });
    parser.on('error', reject);
    parser.on('close', () => {
      Promise.resolve(content).then((file) => resolve(file ? { form, content: file } : { form }), reject);
    });
    request.pipe(parser);
  });
}
