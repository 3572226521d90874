import { expect, it } from 'vitest';
import { stepFrom } from '../../../renderer/screens/review/walk.ts';
import type { SubmissionCard } from '../../../shared/ipc/views.ts';

const all = (['pending', 'rejected', 'pending', 'accepted', 'pending'] as const).map(
  (verdict, index): SubmissionCard => ({
    id: `s${index}`,
    taskId: `t${index}`,
    title: '',
    medium: 'image',
    submittedAt: index,
    annotations: 0,
    verdict,
    reason: '',
    payMinor: 0,
  }),
);

it.each([
  ['forward past what is judged', 's0', 'pending', 1, 's2'],
  ['back round the beginning', 's0', 'pending', -1, 's4'],
  ['from one that is judged', 's3', 'pending', 1, 's4'],
  ['from one that is gone to the first', 'gone', 'pending', 1, 's0'],
  ['to no other when it is the only one', 's1', 'rejected', 1, null],
] as const)('goes %s', (_what, from, verdict, step, to) => {
  expect(stepFrom(all, from, { verdict, step })).toBe(to);
});
