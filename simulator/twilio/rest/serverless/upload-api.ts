import { refusal } from '../../serverless/errors';
import type { Resource, ServerlessService, Version, Visibility } from '../../serverless/model';
import type { Kind } from '../../serverless/uploads';
import { TwilioError } from '../../twilio-error';
import { type Answer, errorAnswer } from '../answer';
import { type ApiRequest, defect, type HostApi, isAuthentic, unauthenticated } from '../api';
import type { Description } from '../description';
import type { TwilioState } from '../operation';
import { map } from '../results';
import { renderVersion } from './render';

const NOTE = 'CreateVersion';
const PATH = /^\/v1\/Services\/(?<service>[^/]+)\/(?<folder>Functions|Assets)\/(?<sid>[^/]+)\/Versions$/;
const VISIBILITIES: readonly Visibility[] = ['public', 'protected', 'private'];

/**
 * serverless-upload.twilio.com, which takes the content of Functions and Assets as multipart forms. The official
 * description leaves this host out; what it answers is held to the description of the version that was made.
 * https://www.twilio.com/docs/serverless/api/resource/function-version
 */
export class UploadApi implements HostApi {
  readonly #description: Description;
  readonly #state: TwilioState;

  constructor({ description, state }: { description: Description; state: TwilioState }) {
    this.#description = description;
    this.#state = state;
  }

  answer(request: ApiRequest): Answer {
    if (!isAuthentic(this.#state, request)) return unauthenticated();
    const body = this.#upload(request);
    if (body instanceof TwilioError) return errorAnswer(body, NOTE);
    const violation = this.#violation(body);
    return violation
      ? defect(`${NOTE} VIOLATES THE DESCRIPTION: ${violation}`)
      : { status: 201, body, note: NOTE };
  }

  #upload(request: ApiRequest): { url: string } | TwilioError {
    const { service = '', folder, sid = '' } = PATH.exec(request.url.pathname)?.groups ?? {};
    if (request.method !== 'POST' || folder === undefined) return refusal.notFound('resource');
    const kind = folder === 'Functions' ? 'functions' : 'assets';
    const { serverless } = this.#state;
    return map(serverless.get(service), (owner) =>
      map(serverless.uploads.get(owner, kind, sid), (resource) => this.#add(owner, kind, resource, request)),
    );
  }

  #add(
    service: ServerlessService,
    kind: Kind,
    resource: Resource,
    { form, content }: ApiRequest,
  ): { url: string } | TwilioError {
    const visibility = VISIBILITIES.find((known) => known === form.get('Visibility'));
    if (visibility === undefined) return refusal.invalid('Visibility');
    if (content === undefined) return refusal.invalid('Content');
    const params = { path: form.get('Path') ?? '', visibility, content };
    return map(this.#state.serverless.uploads.addVersion(resource, kind, params), (version: Version) =>
      renderVersion(this.#state, service, kind, version),
    );
  }

  #violation(body: { url: string }): string | undefined {
    const [found] = this.#description.match(new URL(body.url).pathname);
    return found ? found.operation.refuseAnswer(body) : 'no such resource';
  }
}
