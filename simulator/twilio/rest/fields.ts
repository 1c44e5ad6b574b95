/** Values that a request brought, already checked against Twilio's description, read as the type that a handler needs. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  integer(name: string): number | undefined {
    const value = this.#values[name];
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#values[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  /** Every value of a repeated field. */
  texts(name: string): string[] | undefined {
    const value = this.#values[name];
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
}
