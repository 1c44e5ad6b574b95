import * as v from 'valibot';
import type { BlockPage, Relation } from '../masking/blocks';
import type { UserId } from '../masking/session';
import { success } from './answers';
import type { ClientCall } from './client-function';
import { userIdSchema } from './fields';
import { readParams } from './params';
import { RequestError } from './request-error';
import type { Answer } from './runtime';

/** What a request wants done about blocks. A list may be of all whom the user blocked; a ticket's list is of its peer alone. */
export type BlockRequest =
  | { readonly action: 'add' | 'remove'; readonly relation: Relation }
  | {
      readonly action: 'list';
      readonly userId: UserId;
      readonly peerId?: UserId;
      readonly cursor?: number;
    };

const ACTION = v.picklist(['add', 'remove', 'list']);
const CURSOR = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** Reads `action`, and from a backend `userId` with `peerId` or `cursor`. @throws RequestError */
export function readBlockRequest({ caller, params }: ClientCall): BlockRequest {
  if (caller.kind === 'ticket') {
    const { action } = readParams({ action: ACTION }, params);
    const relation = { userId: caller.ticket.sub, peerId: caller.ticket.peer.sub };
    return action === 'list' ? { action, ...relation } : { action, relation: twoUsers(relation) };
  }
  const { action, userId, peerId, cursor } = readParams(
    {
      action: ACTION,
      userId: userIdSchema,
      peerId: v.exactOptional(userIdSchema),
      cursor: v.exactOptional(CURSOR),
    },
    params,
  );
  if (action === 'list') {
    return { action, userId, ...(peerId && { peerId }), ...(cursor !== undefined && { cursor }) };
  }
  if (peerId === undefined || cursor !== undefined)
    throw new RequestError({ code: 'malformed_request', field: peerId === undefined ? 'peerId' : 'cursor' });
  return { action, relation: twoUsers({ userId, peerId }) };
}

/** @throws RequestError when both are the same user. */
export function twoUsers(relation: Relation): Relation {
  if (relation.userId !== relation.peerId) return relation;
  throw new RequestError({ code: 'malformed_request', field: 'peerId' });
}

/** One page of a user's blocks. */
export function blocksAnswer({ blocks, cursor }: BlockPage): Answer {
  const listed = blocks.map(({ peerId, sinceMs }) => ({ peerId, since: new Date(sinceMs).toISOString() }));
  return success({ blocks: listed, ...(cursor !== undefined && { cursor }) });
}
