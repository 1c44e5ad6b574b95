import { makeCertificate } from './gateway/certificate';
import { type Gateway, startGateway } from './gateway/gateway';
import { Hosting } from './hosting/hosting';
import { ContextRefused, type StartRuntime } from './hosting/site';
import type { Simulator } from './index';
import { raiseAlert } from './twilio/telephony/alerts';

/** How what is deployed is run. */
export interface DeployableOptions {
  startRuntime: StartRuntime;
  /** The `node_modules` from which packages are installed. */
  packages: string;
}

/** A simulator that can be deployed to with Twilio's own, unmodified tools. */
export interface Deployable extends Pick<Gateway, 'environment'> {
  stop(): Promise<void>;
}

/** Lets Twilio's tools reach a simulator under Twilio's own addresses, and runs what they deploy. */
export async function makeDeployable(simulator: Simulator, options: DeployableOptions): Promise<Deployable> {
  const { twilio, app } = simulator;
  const certificate = await makeCertificate();
  const onFailure = (error: Error) => {
    if (error instanceof ContextRefused) raiseAlert(twilio, 82006, error.message);
    else console.error(error);
  };
  const hosting = await Hosting.start({ ...options, certificate, onFailure });
  const gateway = await startGateway(app, certificate);
  twilio.serverless.host = hosting;
  twilio.origins = hosting.origins;
  const stop = async () => {
    await gateway.stop();
    await hosting.stop();
  };
  return { environment: gateway.environment, stop };
}
