import type { LinkEnds } from '../../shared/annotation/kind.ts';
import { linkKindOf } from '../../shared/annotation/annotation.ts';
import { relabelled } from './arrange.ts';
import { linkCandidates, relationClassesOf } from './linking.ts';
import type { Bench } from './use-workbench.ts';
import { lookedAt, selectedOf } from './bench-selection.ts';

/** Joins two annotations by the class in hand, or else by the first one that takes them. */
export function joinTwo({ store, editor, labelSet }: Bench, ends: LinkEnds): void {
  const { linkClassId } = store.read();
  const others = relationClassesOf(labelSet).map(({ id }) => id);
  editor.link(ends, linkClassId === null ? others : [linkClassId, ...others]);
}

/** With two selected joins them, first to second; with one selected starts there; else asks for both ends. */
export function takeLinkTool(bench: Bench): void {
  const { store } = bench;
  const { linkClassId } = store.read();
  if (linkClassId === null) return;
  const [first, second, ...more] = placedSelection(bench);
  if (first !== undefined && second !== undefined && more.length === 0) {
    return joinTwo(bench, { from: first, to: second });
  }
  store.send({ type: 'link begun', classId: linkClassId, from: second === undefined ? (first ?? null) : null });
}

/**
 * Chooses a type of relation: for the relations that are selected and may have it, else for one that begins with this.
 * With two annotations selected it joins them at once, by this class and no other. A suggested relation that is looked
 * at is accepted with it.
 */
export function chooseLinkClass(bench: Bench, classId: string): void {
  const { store, editor, labelSet } = bench;
  const { tool, linkFrom, annotations } = store.read();
  const looked = tool === 'link' ? null : lookedAt(store.read());
  if (looked && linkKindOf(looked.shape)) {
    const isDone = editor.acceptChanged(looked, { classId });
    if (!isDone) store.send({ type: 'link refused', why: 'relation-end-class', classId });
    return;
  }
  const given = relabelled(selectedOf(store.read()), classId, labelSet, annotations);
  if (tool !== 'link' && given.put.length > 0) {
    editor.apply(given);
    return;
  }
  const [first, second, ...more] = placedSelection(bench);
  if (tool !== 'link' && first !== undefined && second !== undefined && more.length === 0) {
    editor.link({ from: first, to: second }, [classId]);
    return;
  }
  const from = tool === 'link' ? linkFrom : second === undefined ? (first ?? null) : null;
  store.send({ type: 'link begun', classId, from });
}

/** With the tool for relations in hand: this annotation is an end of the one under way. */
export function chooseLinkEnd(bench: Bench, id: string): void {
  const { linkFrom, linkClassId } = bench.store.read();
  if (linkFrom !== null && linkFrom !== id) return joinTwo(bench, { from: linkFrom, to: id });
  if (!linkCandidates({ ...bench.store.read(), linkFrom: null }, bench.labelSet).some((one) => one.id === id)) {
    bench.store.send({ type: 'link refused', why: 'relation-end-class' });
    return;
  }
  bench.store.send({ type: 'selected', id });
  bench.store.send({ type: 'link begun', classId: linkClassId ?? '', from: id });
}

/** Does what a key asks for while a relation is made; false when it is nobody's of here. */
export function doLinkAction(action: string, bench: Bench): unknown {
  const { store, editor } = bench;
  if (action === 'tool-relation') return takeLinkTool(bench);
  if (action === 'reverse') return editor.reverse();
  if (store.read().tool !== 'link') return false;
  switch (action) {
    case 'next':
    case 'previous':
      return store.send({ type: 'selected', id: neighbourEnd(bench, action === 'next' ? 1 : -1) });
    case 'finish': {
      const { selectedId } = store.read();
      return selectedId === null ? undefined : chooseLinkEnd(bench, selectedId);
    }
    default:
      return false;
  }
}

/** The annotation after or before the selected one among those that may be the end that is asked for. */
function neighbourEnd({ store, labelSet }: Bench, step: 1 | -1): string | null {
  const candidates = linkCandidates(store.read(), labelSet);
  const { selectedId, annotations } = store.read();
  const at = candidates.findIndex(({ id }) => id === selectedId);
  if (at !== -1) return candidates[(at + step + candidates.length) % candidates.length]?.id ?? null;
  // the start of the relation is no candidate: go on from its place
  const place = annotations.findIndex(({ id }) => id === selectedId);
  const places = new Map(annotations.map(({ id }, index) => [id, index]));
  const after = candidates.find(({ id }) => (places.get(id) ?? 0) > place);
  const before = candidates.findLast(({ id }) => (places.get(id) ?? 0) < place);
  const near = step === 1 ? (after ?? candidates[0]) : (before ?? candidates.at(-1));
  return near?.id ?? null;
}

/** Ids of what is selected and can be an end, in the order in which it was selected. */
function placedSelection({ store }: Bench): readonly string[] {
  const { selectedIds, annotations } = store.read();
  const byId = new Map(annotations.map((one) => [one.id, one]));
  return selectedIds.filter((id) => {
    const one = byId.get(id);
    return one !== undefined && linkKindOf(one.shape) === null;
  });
}
