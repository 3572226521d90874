import type { Command } from '../command.ts';
import { formats } from './formats.ts';
import { importCommand } from './import.ts';
import { newCommand } from './new.ts';
import { packageCommand } from './package.ts';
import { sample } from './sample.ts';
import { time } from './time.ts';
import { verify } from './verify.ts';

/** In the order of the overview. */
export const commands: readonly Command[] = [sample, newCommand, importCommand, time, packageCommand, verify, formats];
