import { during, Progress } from '../../scripts/progress';

function written(isTTY: boolean, act: (progress: Progress) => void): string {
  let text = '';
  const write = (piece: string | Uint8Array) => {
    text += String(piece);
    return true;
  };
  act(new Progress({ isTTY, write }));
  return text;
}

const tellThrice = (progress: Progress) => {
  for (const count of [1, 2, 3]) progress.show(`${count} read`);
  progress.end();
};

describe('progress', () => {
  it('is told in place on a terminal and leaves a clean line', () => {
    expect(written(true, tellThrice).split('\r\u001b[K')).toEqual(['', '1 read', '2 read', '3 read', '']);
  });

  it('is told in few lines elsewhere', () => {
    expect(written(false, tellThrice)).toBe('1 read\n');
  });
});

describe('an action that takes its time', () => {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  afterAll(() => write.mockRestore());

  it('is told of from its beginning, and its result or failure passes', async () => {
    await expect(during('reading', async () => 'read')).resolves.toBe('read');
    expect(write).toHaveBeenCalledWith(expect.stringContaining('reading'));
    await expect(during('failing', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  });
});
