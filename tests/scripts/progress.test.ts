import { Progress } from '../../scripts/progress';

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
