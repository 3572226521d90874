import { questionsOf, withoutAnswers } from '../../../shared/annotation/questions.ts';
import type { SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import { useMessages } from '../../app/messages.ts';
import { useSession } from '../../app/use-session.ts';

/** What some of the annotations are called, by class and number as in the list: never by the words that they cover. */
export function usePlaceNames(
  { medium, answers, taskId, annotations }: SubmissionView,
  ids: readonly string[],
): string {
  const { say, format } = useMessages();
  const labelSet = useSession((session) => session.project?.labelSets.find((one) => one.medium === medium));
  if (!labelSet || ids.length === 0) return '';
  const questions = questionsOf(labelSet, { medium, answers: answers.map(({ id }) => id), taskId });
  const listed = withoutAnswers(annotations, questions);
  const names = ids.flatMap((id) => {
    const place = listed.findIndex((one) => one.id === id);
    const found = listed[place];
    if (!found) return [];
    const name = labelSet.classes.find((one) => one.id === found.classId)?.name ?? found.classId;
    return [say('relation.end', { name, place: place + 1 })];
  });
  return format.list(names);
}
