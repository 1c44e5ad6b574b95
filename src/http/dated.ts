/** The same with its instants, named `...AtMs`, as ISO 8601 under `...At`. */
export function dated(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) =>
      name.endsWith('AtMs') && typeof value === 'number'
        ? [name.slice(0, -'Ms'.length), new Date(value).toISOString()]
        : [name, value],
    ),
  );
}
