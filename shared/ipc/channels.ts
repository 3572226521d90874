/**
 * Every call a window may make, by name. A list apart from the contract, so that the preload script, which must
 * stay small, knows the names without knowing the schemas. Sorted by noun.
 */
export const channels = [
  'app.info',
  'app.ready',
  'annotation.apply',
  'annotation.redo',
  'annotation.undo',
  'break.end',
  'break.postpone',
  'break.start',
  'content.flag',
  'content.hide',
  'content.panic',
  'content.reveal',
  'export.preview',
  'export.run',
  'keys.create',
  'keys.lock',
  'keys.status',
  'keys.unlock',
  'project.choose',
  'project.close',
  'project.current',
  'project.list',
  'project.open',
  'project.sample',
  'review.accept',
  'review.list',
  'review.reject',
  'settings.read',
  'settings.write',
  'task.accept',
  'task.browse',
  'task.current',
  'task.leave',
  'task.skip',
  'task.submit',
  'time.activity',
  'time.answer',
  'time.away',
  'time.back',
  'time.input',
  'time.report',
  'time.signoff',
  'time.signon',
  'time.snapshot',
  'time.stillreading',
  'verify.choose',
  'verify.run',
] as const;

export type Channel = (typeof channels)[number];

/** Everything the main process tells a window without being asked. */
export const eventNames = ['time.changed', 'content.hideall', 'app.failed'] as const;

export type EventName = (typeof eventNames)[number];
