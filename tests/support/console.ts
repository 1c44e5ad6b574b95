/** Keeps the console quiet, for Functions that run in this process; what they log is added to the list, one entry a line. */
export function captureConsole(): string[] {
  const lines: string[] = [];
  for (const method of ['log', 'warn', 'error'] as const) {
    jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => void lines.push(parts.join(' ')));
  }
  return lines;
}
