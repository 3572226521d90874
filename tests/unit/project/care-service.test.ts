import { describe, expect, it } from 'vitest';
import { acceptTerms, readAcceptedCare, readCare } from '../../../electron/db/project-store.ts';
import { createCareService } from '../../../electron/services/project/care-service.ts';
import { codeOf } from '../../support/code-of.ts';
import { makeImageItem, makeTextItem, violence } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';

const gate = (restGateMinutes: number) => ({ disclosed: [], limits: { restGateMinutes } });

async function openCare() {
  const session = await openTestProject([
    makeImageItem('a', { title: '100 % dark' }),
    makeImageItem('b', { title: '100 dark', flags: [violence] }),
    makeTextItem('t', 'A quiet day.', { title: 'Dark words' }),
  ]);
  const late: string[] = [];
  return { session, late, care: createCareService(session, (itemIds) => late.push(...itemIds)) };
}

describe('what a requester sets', () => {
  it('is on disk at once and only ever becomes stricter', async () => {
    const { session, care } = await openCare();
    care.tighten(gate(55));
    care.tighten(gate(70));
    expect(care.care().limits).toEqual({ restGateMinutes: 55 });
    expect(readCare(session.db)).toEqual(care.care());
  });

  it('can be taken back until the worker has accepted the project, and not after that', async () => {
    const { session, care } = await openCare();
    const gore = { category: 'gore', severity: 3, shareBp: 1000 } as const;
    care.tighten({ disclosed: [gore], limits: { restGateMinutes: 50 } });
    care.replace(gate(60));
    expect([care.care(), readCare(session.db)]).toEqual([gate(60), gate(60)]);
    acceptTerms(session.db, 1);
    expect(codeOf(() => care.replace(gate(70)))).toBe('CARE_RELIED_ON');
    expect(readCare(session.db)).toEqual(gate(60));
  });

  it('before the worker accepted is kept apart from what is said afterwards', async () => {
    const { session, care } = await openCare();
    expect(readAcceptedCare(session.db)).toBeNull();
    care.tighten(gate(55));
    acceptTerms(session.db, 1);
    care.tighten(gate(50));
    acceptTerms(session.db, 2);
    expect(readAcceptedCare(session.db)).toEqual(gate(55));
    expect(readCare(session.db)).toEqual(gate(50));
  });

  it('finds items by their titles, letter for letter, and counts those that are hidden', async () => {
    const { care } = await openCare();
    expect(care.count({ search: 'DARK', medium: null })).toEqual({ items: 3, hidden: 1 });
    expect(care.count({ search: '100 %', medium: null })).toEqual({ items: 1, hidden: 0 });
    expect(care.count({ search: '', medium: 'text' })).toEqual({ items: 1, hidden: 0 });
    expect(care.count({ search: 'nothing', medium: null })).toEqual({ items: 0, hidden: 0 });
  });

  it('flags what fits, tells of each item that was flagged, and changes nothing the second time', async () => {
    const { care, late } = await openCare();
    const images = { search: '', medium: 'image' } as const;
    expect(care.flag(images, 'gore', 1)).toEqual({ items: 2, newlyHidden: 1 });
    expect(late).toEqual(['a', 'b']);
    expect(care.flag(images, 'gore', 1)).toEqual({ items: 0, newlyHidden: 0 });
    expect(care.count(images)).toEqual({ items: 2, hidden: 2 });
  });
});
