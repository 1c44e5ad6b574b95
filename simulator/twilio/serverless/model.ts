import type { Collection } from '../collection';
import type { Instant, Sid } from '../model';

/** Records of the Serverless API. https://www.twilio.com/docs/serverless/api */
interface Dated {
  dateCreated: Instant;
  dateUpdated: Instant;
}

export type Visibility = 'public' | 'protected' | 'private';

/** A Function or an Asset; what it holds is in its versions. */
export interface Resource extends Dated {
  sid: Sid<'ZH'>;
  friendlyName: string;
  versions: Collection<Version>;
}

/** One upload; it never changes. */
export interface Version {
  sid: Sid<'ZN'>;
  resourceSid: Sid<'ZH'>;
  /** The URL path, such as /proxy/intercept. */
  path: string;
  visibility: Visibility;
  content: Buffer;
  dateCreated: Instant;
}

export interface Dependency {
  name: string;
  version: string;
}

export interface Build extends Dated {
  sid: Sid<'ZB'>;
  status: 'building' | 'completed' | 'failed';
  functionVersions: Version[];
  assetVersions: Version[];
  dependencies: Dependency[];
  runtime: string;
}

export interface Variable extends Dated {
  sid: Sid<'ZV'>;
  key: string;
  value: string;
}

export interface Deployment extends Dated {
  sid: Sid<'ZD'>;
  buildSid: Sid<'ZB'>;
}

/** Where one build at a time is live, under a domain of its own. */
export interface Environment extends Dated {
  sid: Sid<'ZE'>;
  uniqueName: string;
  domainSuffix: string | null;
  domainName: string;
  buildSid: Sid<'ZB'> | null;
  variables: Collection<Variable>;
  deployments: Collection<Deployment>;
}

export interface ServerlessService extends Dated {
  sid: Sid<'ZS'>;
  uniqueName: string;
  friendlyName: string;
  includeCredentials: boolean;
  uiEditable: boolean;
  /** The unique name and random digits: the domains begin with it. */
  domainBase: string;
  environments: Collection<Environment>;
  functions: Collection<Resource>;
  assets: Collection<Resource>;
  builds: Collection<Build>;
}

/** What a deployment puts live. */
export interface Live {
  build: Build;
  environment: Environment;
  /** What the Functions find in their context. */
  context: Readonly<Record<string, string>>;
}

/** Runs what is deployed. */
export interface Host {
  /** A domain that answers from now on; none where every domain is taken. */
  takeDomain(): string | undefined;
  /** The first of the packages that is not to be had, or nothing. */
  missing(dependencies: readonly Dependency[]): Dependency | undefined;
  /** Serves this in place of what its environment served until now; also called when a variable changes. */
  serve(live: Live): void;
}
