import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/lib/project.mjs';
import { productFiles } from './source-scan.ts';
import { looseWords } from './word-scan.ts';

describe('all words of the window, and of what it is told, are messages', () => {
  const files = productFiles();

  it('in every file of the product', () => {
    expect(files.length).toBeGreaterThan(300);
    const loose = files.flatMap((file) =>
      looseWords(file, readFileSync(path.join(projectRoot, file), 'utf8')).map((text) => `${file}: ${text}`),
    );
    expect(loose).toEqual([]);
  });
});

describe('a planted text is found', () => {
  const planted: readonly (readonly [what: string, file: string, source: string])[] = [
    ['in an element', 'renderer/a.tsx', 'export const A = () => <p>Saved</p>;'],
    ['in an expression', 'renderer/a.tsx', "export const A = () => <p>{'saved'}</p>;"],
    ['as one of two', 'renderer/a.tsx', "export const A = ({ b }: P) => <p>{b ? 'on' : say('off')}</p>;"],
    ['after a condition', 'renderer/a.tsx', "export const A = ({ b }: P) => <p>{b && 'on'}</p>;"],
    ['around a value', 'renderer/a.tsx', 'export const A = ({ n }: P) => <p>{`${n} tasks`}</p>;'],
    ['for a screen reader', 'renderer/a.tsx', 'export const A = () => <button aria-label="Close" />;'],
    ['in a property of ours', 'renderer/a.tsx', 'export const A = () => <Dialog title="Close it?" />;'],
    ['beside the page', 'renderer/a.ts', "export const title = 'Nothing is open.';"],
    ['in a template', 'renderer/a.ts', 'export const a = (n: number) => `You have ${n} tasks`;'],
    ['in a finding of a format', 'shared/dataset/formats/a.ts', "found.push({ message: 'has no image' });"],
    ['in a loss', 'shared/dataset/formats/a.ts', 'losses.push({ message: `a ${kind} cannot be written` });'],
    ['in a claim', 'shared/manifest/claims/a.ts', "export const a = { basis: 'The requester states it.' };"],
    ['in a verifier', 'electron/services/verify/a.ts', "add({ code: 'E_FORMAT', message: 'is no file' });"],
    ['in what is told', 'electron/ipc/a.ts', "export const a = { message: 'is no item' };"],
  ];

  it.each(planted)('%s', (_what, file, source) => {
    expect(looseWords(file, source)).not.toEqual([]);
  });

  it('and a message, a code or a fault of ours is not', () => {
    const plain = [
      "export const A = () => <p title={say('home.title')}>{say('home.title')} · {b === 'on' ? c : null}</p>;",
      'export const A = () => <Limits title="verify.limits" className="wide row" />;',
      "dispatch({ type: 'task opened' }); throw new BugError('No language');",
    ];
    expect(plain.flatMap((source) => looseWords('renderer/a.tsx', source))).toEqual([]);
  });
});
