export { explain } from './reasons';
export { maximumLength, screen } from './screen';
export type {
  Action,
  DeniedWord,
  Finding,
  FindingKind,
  OwnWord,
  Reason,
  ScreenLanguage,
  ScreenOptions,
  Verdict,
} from './types';
export { findingKinds } from './types';
export { emptyWindow, screenWithin, type WindowState, type WindowVerdict, windowTexts } from './window';
