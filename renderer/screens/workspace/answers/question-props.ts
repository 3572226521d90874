import type { Question } from '../../../../shared/annotation/questions.ts';
import type { Bench } from '../../../workbench/use-workbench.ts';

/** What each kind of question is given. */
export interface QuestionProps {
  readonly bench: Bench;
  readonly question: Question;
}
