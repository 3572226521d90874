import type { LinkEnds } from '../../../shared/annotation/kind.ts';
import { isDirected } from '../../../shared/annotation/relations.ts';
import { useMessages } from '../../app/messages.ts';
import type { ReadableBench } from '../../workbench/use-workbench.ts';
import { useEndName } from './use-end-name.ts';

interface RelationWordsProps {
  readonly bench: ReadableBench;
  readonly classId: string;
  readonly ends: LinkEnds;
  readonly hidden: boolean;
}

/** What a relation joins, in its direction. */
export function RelationWords({ bench, classId, ends: { from, to }, hidden }: RelationWordsProps) {
  const { say } = useMessages();
  const endName = useEndName(bench, hidden);
  const directed = isDirected(bench.labelSet.classes.find(({ id }) => id === classId));
  return <bdi>{say(directed ? 'relation.between' : 'relation.both', { from: endName(from), to: endName(to) })}</bdi>;
}
