/** The local runtime of Twilio Functions, serving what was built. */
export interface Runtime {
  /** Base URL. Signatures and visibility are not checked here: the edge in front of it does. */
  url: string;
  stop(): Promise<void>;
}

/** What a runtime serves. */
export interface RuntimeOptions {
  /** The variables that the Functions find in their context. */
  context: Readonly<Record<string, string>>;
  /** The project; `dist/functions` and `dist/assets` in it are served. */
  baseDir: string;
}
