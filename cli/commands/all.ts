import type { Command } from '../command.ts';
import { sample } from './sample.ts';

/** In the order of the overview. */
export const commands: readonly Command[] = [sample];
