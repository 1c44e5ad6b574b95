import type { ProxyNumber, RealNumber } from './numbers';
import type { Deadline, IncomingInteraction, InteractionRefusal } from './ports';
import type { SessionId, UserId } from './session';
import type { ScreenedText } from './text-judge';

/** A call or text, and of a text what may speak against it. */
export interface RoutedInteraction extends IncomingInteraction {
  readonly text?: ScreenedText;
  /** Whether it brings pictures or files, which nobody can judge. */
  readonly hasMedia?: boolean;
}

/** Where a call or text goes. */
export type RouteDecision =
  | {
      readonly kind: 'joined';
      readonly sessionId: SessionId;
      readonly partner: RealNumber;
      /** The number that the partner's phone shows for every call and text of this session. */
      readonly callerId: ProxyNumber;
      readonly initiator: UserId;
      readonly partnerId: UserId;
      /** `a` for the side that opened the session. */
      readonly side: 'a' | 'b';
      /** Traces of the sender's last texts, for a text. */
      readonly earlier?: readonly string[];
    }
  /** This may not pass; with `told_enough` the sender of a text has heard why often enough within the hour. */
  | { readonly kind: 'refused'; readonly reason: InteractionRefusal | 'media_refused' | 'told_enough' }
  /** The session is over, and its number still cools off; a PIN of another session may be entered. */
  | { readonly kind: 'ended' }
  /** Nothing is known of this phone on this number; a PIN may be entered. */
  | { readonly kind: 'unknown' }
  /** The caller is itself a number of the service: joining it could go round in circles. */
  | { readonly kind: 'own_number' };

/** Routes the calls and texts of the voice switchboard. */
export interface Router {
  /**
   * Decides in one round trip, begins the log of what may pass, and counts it once however often it is asked.
   * Rejects with a `DependencyError` when the store cannot answer in time.
   */
  route(incoming: RoutedInteraction, deadline: Deadline): Promise<RouteDecision>;
}
