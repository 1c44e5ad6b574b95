/** Values that a request brought, already checked against Twilio's description, read as the type that a handler needs. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#value(name);
    return typeof value === 'string' ? value : undefined;
  }

  integer(name: string): number | undefined {
    const value = this.#value(name);
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#value(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** Every value of a repeated field. */
  texts(name: string): string[] | undefined {
    const value = this.#value(name);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
  }

  /** Milliseconds since the epoch. */
  instant(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Date.parse(text);
  }

  /** One of the values that the simulator knows; the description may know more. */
  choice<T extends string>(name: string, known: readonly T[]): T | undefined {
    const text = this.text(name);
    return known.find((value) => value === text);
  }

  /** What the request brought and no handler looked at: it would have changed something at Twilio, and nothing here. */
  unread(): string[] {
    return Object.keys(this.#values).filter((name) => !this.#read.has(name));
  }

  #value(name: string): unknown {
    this.#read.add(name);
    return this.#values[name];
  }
}
