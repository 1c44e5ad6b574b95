import type { Dependency, Host, Live } from '../twilio/serverless/model';
import { missingPackage } from './packages';
import { Site, type SiteOptions } from './site';

/** As many environments as `npm run deploy` knows can be served. */
const SITES = 3;

/** Runs what is deployed to the simulated Twilio, each environment at a domain of its own on this machine. */
export class Hosting implements Host {
  readonly #sites: readonly Site[];
  readonly #free: Site[];

  private constructor(
    sites: readonly Site[],
    private readonly packages: string,
  ) {
    this.#sites = sites;
    this.#free = [...sites];
  }

  static async start(options: SiteOptions): Promise<Hosting> {
    const sites = Array.from({ length: SITES }, () => new Site(options).start());
    return new Hosting(await Promise.all(sites), options.packages);
  }

  takeDomain(): string | undefined {
    return this.#free.shift()?.domain;
  }

  missing(dependencies: readonly Dependency[]): Dependency | undefined {
    return missingPackage(dependencies, this.packages);
  }

  serve(live: Live): void {
    this.#sites.find(({ domain }) => domain === live.environment.domainName)?.serve(live);
  }

  /** Where each of its origins is reached without a certificate; a Function takes a domain of this machine for one without https. */
  get origins(): ReadonlyMap<string, string> {
    const found = (scheme: string) =>
      this.#sites.map(({ domain, plainUrl }): [string, string] => [`${scheme}://${domain}`, plainUrl]);
    return new Map([...found('https'), ...found('http')]);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#sites.map((site) => site.stop()));
  }
}
