import type { E164 } from '../simulator/twilio/model';

/** Who is joined with whom, as a backend says it. */
export interface PairBody {
  userId: string;
  from: E164;
  peerId: string;
  to: E164;
}

/** The n-th user and one of this user's ten partners. */
export function pairOf(user: number, partner: number): PairBody {
  return {
    userId: `user-${user}`,
    from: `+8190${30_000_000 + user}`,
    peerId: `peer-${user}-${partner}`,
    to: `+8180${30_000_000 + user * 10 + partner}`,
  };
}
