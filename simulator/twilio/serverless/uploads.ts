import { Collection } from '../collection';
import type { Clock } from '../model';
import { newSid } from '../sids';
import type { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import { serverlessLimits } from './limits';
import type { Resource, ServerlessService, Version, Visibility } from './model';

/** The two kinds of what is uploaded. */
export type Kind = 'functions' | 'assets';

/** What a version is made from. */
export type VersionParams = Pick<Version, 'path' | 'visibility' | 'content'>;

/** Functions and Assets with what was uploaded for each. */
export class Uploads {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(service: ServerlessService, kind: Kind, friendlyName: string): Resource {
    const now = this.#clock.now();
    return service[kind].add({
      sid: newSid('ZH'),
      friendlyName,
      versions: new Collection(),
      dateCreated: now,
      dateUpdated: now,
    });
  }

  get(service: ServerlessService, kind: Kind, sid: string): Resource | TwilioError {
    return service[kind].get(sid) ?? refusal.notFound(kind === 'functions' ? 'Function' : 'Asset');
  }

  addVersion(resource: Resource, kind: Kind, params: VersionParams): Version | TwilioError {
    const refused = refuse(kind, params);
    if (refused) return refused;
    const path = params.path.startsWith('/') ? params.path : `/${params.path}`;
    const version: Version = {
      ...params,
      sid: newSid('ZN'),
      resourceSid: resource.sid,
      path,
      dateCreated: this.#clock.now(),
    };
    return resource.versions.add(version);
  }
}

/** Characters that a path must not have, as Twilio's own client checks them. */
const FORBIDDEN = /[#;,?:@+&$()' "]/;

function refuse(kind: Kind, { path, visibility, content }: VersionParams): TwilioError | undefined {
  if (
    path === '' ||
    path.split('/').includes('..') ||
    path.length > serverlessLimits.pathLength ||
    FORBIDDEN.test(path)
  ) {
    return refusal.invalid('Path');
  }
  const most = largest(kind, visibility);
  return content.length > most ? refusal.tooLarge('Content', most) : undefined;
}

function largest(kind: Kind, visibility: Visibility): number {
  const { functionBytes, privateAssetBytes, publicAssetBytes } = serverlessLimits;
  if (kind === 'functions') return functionBytes;
  return visibility === 'private' ? privateAssetBytes : publicAssetBytes;
}
