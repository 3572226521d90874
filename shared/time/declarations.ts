import { BugError } from '../core/errors.ts';
import type { JournalRecord } from './journal-record.ts';
import type { Phase, Segment } from './segment.ts';

/** What the worker said about their time: answers to questions, and corrections. In order of seq; the later one holds. */
export type Declaration = Extract<JournalRecord, { readonly kind: 'answer' | 'correction' }>;

export function isDeclaration(record: JournalRecord): record is Declaration {
  return record.kind === 'answer' || record.kind === 'correction';
}

/** One stretch of a segment as it is declared: from, to in milliseconds of the segment. */
interface Paint {
  readonly fromMs: number;
  readonly toMs: number;
  readonly phase: Phase;
}

/**
 * The segments with the worker's answers and corrections in force. The recorded ones are left as they are, so both
 * can be shown. Answers reach undetermined segments only; a correction reaches any.
 *
 * @returns segments in the order given, those that were declared cut where needed and with source `declared`. They may
 * be longer than was recorded where only the wall clock saw a stretch (`reboot`) and the worker confirmed it.
 */
export function applyDeclarations(
  segments: readonly Segment[],
  declarations: readonly Declaration[],
): readonly Segment[] {
  const bySegment = Map.groupBy(declarations, declaredSegmentId);
  if (bySegment.size === 0) return segments;
  return segments.flatMap((segment) => {
    const own = bySegment.get(segment.id);
    return own ? paintSegment(segment, own) : [segment];
  });
}

/** Time that the worker declared and no session covers, as segments of their own; later corrections reach these too. */
export function addedSegments(declarations: readonly Declaration[]): readonly Segment[] {
  const added = declarations.filter((declaration) => declaredSegmentId(declaration) === null).map(addedSegment);
  return applyDeclarations(added, declarations);
}

/** The segment that a declaration is about; null for added time. */
export function declaredSegmentId(declaration: Declaration): string | null {
  if (declaration.kind === 'answer') return declaration.body.segmentId;
  return declaration.body.range.of === 'segment' ? declaration.body.range.segmentId : null;
}

function paintSegment(segment: Segment, declarations: readonly Declaration[]): readonly Segment[] {
  let lengthMs = segment.durationMs;
  const paints: Paint[] = [];
  for (const declaration of declarations) {
    if (declaration.kind === 'correction') paints.push(...correctionPaint(declaration));
    else if (segment.phase === 'undetermined') {
      if (segment.wallEstimateMs !== null) lengthMs = Math.max(lengthMs, declaration.body.durationMs);
      paints.push(...answerPaints(declaration, segment, lengthMs));
    }
  }
  const cuts = paints.flatMap((paint) => [paint.fromMs, paint.toMs]).filter((at) => at > 0 && at < lengthMs);
  const edges = [...new Set([0, ...cuts, lengthMs])].toSorted((a, b) => a - b);
  return edges.slice(0, -1).map((fromMs, index) => {
    const toMs = edges[index + 1] ?? lengthMs;
    const paint = paints.findLast((candidate) => candidate.fromMs <= fromMs && candidate.toMs >= toMs);
    return {
      ...segment,
      id: fromMs === 0 ? segment.id : `${segment.id}-${fromMs}`,
      offsetMs: segment.offsetMs + fromMs,
      startUtcMs: segment.startUtcMs + fromMs,
      durationMs: toMs - fromMs,
      ...(paint ? { phase: paint.phase, source: 'declared' as const } : {}),
    };
  });
}

function correctionPaint({ body }: Extract<Declaration, { kind: 'correction' }>): readonly Paint[] {
  if (body.range.of !== 'segment') return [];
  const { offsetMs, durationMs } = body.range;
  return [{ fromMs: offsetMs, toMs: offsetMs + durationMs, phase: body.to }];
}

function answerPaints(
  { body }: Extract<Declaration, { kind: 'answer' }>,
  segment: Segment,
  lengthMs: number,
): readonly Paint[] {
  const whole = { fromMs: 0, toMs: lengthMs };
  const work = segment.activity === 'off' ? 'away' : segment.activity;
  switch (body.answer) {
    case 'working':
      return [{ ...whole, phase: work }];
    case 'away':
      return [{ ...whole, phase: 'away' }];
    case 'outage':
      return [{ ...whole, phase: 'outage' }];
    case 'split':
      return [
        { fromMs: 0, toMs: body.workMs, phase: work },
        { fromMs: body.workMs, toMs: lengthMs, phase: 'away' },
      ];
    case 'later':
      return [];
  }
}

function addedSegment(declaration: Declaration): Segment {
  if (declaration.kind !== 'correction' || declaration.body.range.of !== 'added') {
    throw new BugError('Only a correction adds time');
  }
  const { startUtcMs, zone, durationMs, projectId, taskId } = declaration.body.range;
  const phase = declaration.body.to;
  return {
    id: `added-${declaration.seq}`,
    session: declaration.session,
    offsetMs: 0,
    durationMs,
    phase,
    activity: phase === 'away' || phase === 'undetermined' ? 'off' : phase,
    source: 'declared',
    cause: null,
    startUtcMs,
    zone,
    projectId,
    taskId,
    wallEstimateMs: null,
  };
}
