import { type Choice, deleteRecordings } from '../../../scripts/recordings/delete';
import type { KnownRecording, PageRequest } from '../../../src/store/redis-call-log';

const recording = (index: number, ...userIds: string[]): KnownRecording => ({
  recordingSid: `RE${String(index).padStart(32, '0')}`,
  interactionId: `CA${String(index).padStart(32, '0')}`,
  userIds,
});

/** `broken` cannot be deleted at Twilio. */
function tools(recordings: readonly KnownRecording[], broken: readonly string[] = []) {
  const deeds: string[] = [];
  return {
    deeds,
    log: {
      recordingsBefore: async (_: number, { offset, limit }: PageRequest) =>
        recordings.slice(offset, offset + limit),
      forgetRecording: async ({ recordingSid }: Pick<KnownRecording, 'recordingSid'>) =>
        void deeds.push(`forget ${recordingSid}`),
    },
    remove: async (recordingSid: string) => {
      deeds.push(`remove ${recordingSid}`);
      return !broken.includes(recordingSid);
    },
    pace: async () => undefined,
    progress: () => undefined,
  };
}
const all: Choice = { beforeMs: 1 };
const [first, second] = [recording(1, 'buyer', 'seller'), recording(2, 'other', 'seller')];

describe('deleting recordings', () => {
  it('deletes each at Twilio before it is forgotten here', async () => {
    const given = tools([first, second]);
    expect(await deleteRecordings(all, given, { dryRun: false })).toEqual({
      found: 2,
      deleted: 2,
      failed: 0,
    });
    expect(given.deeds).toEqual(
      [first, second].flatMap(({ recordingSid }) => [`remove ${recordingSid}`, `forget ${recordingSid}`]),
    );
  });

  it('keeps on record what Twilio did not delete, and goes on', async () => {
    const given = tools([first, second], [first.recordingSid]);
    expect(await deleteRecordings(all, given, { dryRun: false })).toEqual({
      found: 2,
      deleted: 1,
      failed: 1,
    });
    expect(given.deeds).not.toContain(`forget ${first.recordingSid}`);
  });

  it('deletes those of one user only, on either side of a call', async () => {
    const ofUser = async (userId: string) =>
      (await deleteRecordings({ ...all, userId }, tools([first, second]), { dryRun: false })).deleted;
    expect([await ofUser('buyer'), await ofUser('seller'), await ofUser('nobody')]).toEqual([1, 2, 0]);
  });

  it('only counts in a dry run, page by page', async () => {
    const many = Array.from({ length: 1_234 }, (_, index) => recording(index));
    const given = tools(many);
    expect(await deleteRecordings(all, given, { dryRun: true })).toEqual({
      found: 1_234,
      deleted: 0,
      failed: 0,
    });
    expect(given.deeds).toEqual([]);
  });
});
