import type { FlagSummary } from '../../shared/ipc/views.ts';
import type { Medium } from '../../shared/project/label-set.ts';
import type { Say } from '../../shared/i18n/say.ts';
import type { Format } from './format.ts';

/** The flags of an item in words: "violence, severity 2 of 3, whole picture". Never a pixel, never a word of it. */
export function flagWords(flags: FlagSummary, medium: Medium, say: Say, format: Format): string {
  return say('browse.flagLine', {
    categories: categoryWords(flags, say, format),
    severity: flags.severity,
    share: shareWords(flags, medium, say, format),
  });
}

export function categoryWords(flags: FlagSummary, say: Say, format: Format): string {
  return format.list(flags.categories.map((category) => say(`flag.category.${category}`)));
}

export function shareWords(flags: FlagSummary, medium: Medium, say: Say, format: Format): string {
  if (flags.shareBp === 10_000) return say(medium === 'image' ? 'flag.wholeImage' : 'flag.wholeText');
  return say('flag.shareOf', { share: format.percent(flags.shareBp) });
}
