/** A count with what is counted: 1 number, 2 numbers. `many` is for what takes more than an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
