import type { WritableDb } from '../../electron/db/open-database.ts';

/** What a database was asked for since `countRows`. */
export interface RowCount {
  /** Statements that were run. */
  statements: number;
  /** Rows that they gave back. */
  rows: number;
}

/** The same database, which counts what is read through it: what something costs, whatever the machine. */
export function countRows(db: WritableDb): { readonly db: WritableDb; readonly count: RowCount } {
  const count: RowCount = { statements: 0, rows: 0 };
  const readers = {
    all: (answer: unknown) => (answer as unknown[]).length,
    get: (answer: unknown) => (answer === undefined ? 0 : 1),
    run: () => 0,
  };
  function counted(statement: object): object {
    return new Proxy(statement, {
      get(target, name: string) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]): unknown => {
          const answer: unknown = Reflect.apply(member, target, given);
          // `pluck` and its like give the statement back
          if (answer === target) return counted(target);
          if (name in readers) {
            count.statements += 1;
            count.rows += readers[name as keyof typeof readers](answer);
          }
          return answer;
        };
      },
    });
  }
  const counting = new Proxy(db, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, given);
        return name === 'prepare' ? counted(answer as object) : answer;
      };
    },
  });
  return { db: counting, count };
}
