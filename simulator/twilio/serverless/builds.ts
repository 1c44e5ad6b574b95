import type { Clock } from '../model';
import { newSid } from '../sids';
import { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import { handlerVersions, runtimes, serverlessLimits } from './limits';
import type { Build, Dependency, Host, ServerlessService, Version } from './model';
import type { Kind } from './uploads';

const HANDLER = '@twilio/runtime-handler';
const HOUR_MS = 3_600_000;
const DEFAULT_RUNTIME = 'node22';

/** What a build is made from. */
export interface BuildParams {
  functionVersions: readonly string[];
  assetVersions: readonly string[];
  dependencies: readonly Dependency[];
  runtime?: string | undefined;
}

/** Puts uploaded versions and their dependencies together, which takes a moment. */
export class Builds {
  /** Simulated seconds that a build takes. */
  seconds = 0.5;
  /** How the next builds end. */
  outcome: 'completed' | 'failed' = 'completed';
  /** Knows which packages there are; without one, every package is taken to exist. */
  host: Pick<Host, 'missing'> | undefined;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(service: ServerlessService, sid: string): Build | TwilioError {
    return service.builds.get(sid) ?? refusal.notFound('Build');
  }

  create(service: ServerlessService, params: BuildParams): Build | TwilioError {
    const functionVersions = versionsOf(service, 'functions', params.functionVersions);
    const assetVersions = versionsOf(service, 'assets', params.assetVersions);
    if (functionVersions instanceof TwilioError) return functionVersions;
    if (assetVersions instanceof TwilioError) return assetVersions;
    const { runtime = DEFAULT_RUNTIME, dependencies } = params;
    const contents = { functionVersions, assetVersions, dependencies: [...dependencies], runtime };
    const refused = refuse(contents) ?? this.#refuseMissing(dependencies) ?? this.#refuseRate(service);
    return refused ?? this.#start(service, contents);
  }

  #start(service: ServerlessService, contents: Contents): Build {
    const now = this.#clock.now();
    const build: Build = {
      ...contents,
      sid: newSid('ZB'),
      status: 'building',
      dateCreated: now,
      dateUpdated: now,
    };
    this.#clock.after(this.seconds, () =>
      Object.assign(build, { status: this.outcome, dateUpdated: this.#clock.now() }),
    );
    return service.builds.add(build);
  }

  #refuseMissing(dependencies: readonly Dependency[]): TwilioError | undefined {
    const missing = this.host?.missing(dependencies);
    return missing && refusal.unknownDependency(missing.name, missing.version);
  }

  #refuseRate({ builds }: ServerlessService): TwilioError | undefined {
    const since = this.#clock.now() - HOUR_MS;
    const recent = [...builds].filter(({ dateCreated }) => dateCreated > since).length;
    const { buildsPerHour } = serverlessLimits;
    return recent < buildsPerHour ? undefined : refusal.tooMany('Builds in an hour', buildsPerHour);
  }
}

type Contents = Pick<Build, 'functionVersions' | 'assetVersions' | 'dependencies' | 'runtime'>;

function versionsOf(
  service: ServerlessService,
  kind: Kind,
  sids: readonly string[],
): Version[] | TwilioError {
  const found = sids.flatMap((sid) => [...service[kind]].flatMap(({ versions }) => versions.get(sid) ?? []));
  return found.length === sids.length ? found : refusal.invalid(`${kind} versions`);
}

function refuse(contents: Contents): TwilioError | undefined {
  const { functionVersions, assetVersions, dependencies, runtime } = contents;
  if (functionVersions.length + assetVersions.length === 0) return refusal.emptyBuild();
  if (!runtimes.includes(runtime)) return refusal.unsupportedRuntime(runtime);
  const twice = repeated([...functionVersions, ...assetVersions].map(({ path }) => path));
  if (twice !== undefined) return refusal.duplicatePath(twice);
  return refuseCounts(contents) ?? refuseDependencies(dependencies);
}

function refuseCounts({ functionVersions, assetVersions }: Contents): TwilioError | undefined {
  const limits = serverlessLimits;
  const isPrivate = assetVersions.filter(({ visibility }) => visibility === 'private').length;
  if (functionVersions.length > limits.functionVersions) {
    return refusal.tooMany('Function Versions of a Build', limits.functionVersions);
  }
  if (isPrivate > limits.privateAssetVersions) {
    return refusal.tooMany('Private Asset Versions of a Build', limits.privateAssetVersions);
  }
  return assetVersions.length - isPrivate > limits.publicAssetVersions
    ? refusal.tooMany('Asset Versions of a Build', limits.publicAssetVersions)
    : undefined;
}

/** The handler's versions are the platform's own choice. */
function refuseDependencies(dependencies: readonly Dependency[]): TwilioError | undefined {
  const wrong = dependencies.find(
    ({ name, version }) => name === HANDLER && !handlerVersions.includes(version),
  );
  return wrong && refusal.unknownDependency(wrong.name, wrong.version);
}

function repeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}
