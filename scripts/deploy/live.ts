import { api, type TwilioServerlessApiClient } from '@twilio-labs/serverless-api';
import type { Settings } from '../settings';

/** What is at Twilio for one environment; sids are empty for what does not exist yet. */
export interface Live {
  serviceSid: string;
  environmentSid: string;
  buildSid: string;
  domain: string;
  variables: Settings;
  /** What each Function's file holds, by `functionKey`. */
  functions: ReadonlyMap<string, string>;
}

const nothing: Live = {
  serviceSid: '',
  environmentSid: '',
  buildSid: '',
  domain: '',
  variables: {},
  functions: new Map(),
};

/** What cannot be read counts as changed: knowing it must not stand in the way of a deployment. */
const UNKNOWN = '';

/** Under which name a Function is compared: with another visibility it is another Function. */
export function functionKey(path: string, visibility: string): string {
  return visibility === 'public' ? path : `${path} (${visibility})`;
}

/** Reads what is live in the environment whose domain ends with `suffix`. */
export async function readLive(
  client: TwilioServerlessApiClient,
  serviceName: string,
  suffix: string,
): Promise<Live> {
  const serviceSid = await api.findServiceSid(serviceName, client);
  if (serviceSid === undefined) return nothing;
  const all = await api.listEnvironments(serviceSid, client);
  const environment = all.find(({ domain_suffix }) => (domain_suffix ?? '') === suffix);
  if (environment === undefined) return { ...nothing, serviceSid };
  const variables = await api.listVariablesForEnvironment(environment.sid, serviceSid, client);
  const buildSid = environment.build_sid ?? '';
  return {
    serviceSid,
    environmentSid: environment.sid,
    buildSid,
    domain: environment.domain_name,
    variables: Object.fromEntries(variables.map(({ key, value }) => [key, value])),
    functions: await readFunctions(client, serviceSid, buildSid),
  };
}

async function readFunctions(
  client: TwilioServerlessApiClient,
  serviceSid: string,
  buildSid: string,
): Promise<Map<string, string>> {
  if (buildSid === '') return new Map();
  const { function_versions: versions } = await api.getBuild(buildSid, serviceSid, client);
  const read = versions.map(async ({ sid, function_sid, path, visibility }): Promise<[string, string]> => {
    const content = await api.downloadFunctionVersion(serviceSid, function_sid, sid, client).then(
      (version) => version.content,
      () => UNKNOWN,
    );
    return [functionKey(path, visibility), content];
  });
  return new Map(await Promise.all(read));
}
