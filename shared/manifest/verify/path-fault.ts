import type { ReasonOf } from '../../i18n/reason.ts';
import { toUtf8 } from '../encoding/bytes.ts';
import { limits } from './limits.ts';

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Reasons without details, so that the name alone says why. */
export type PathFault = Extract<ReasonOf<'verified'>, `path${string}`>;

/**
 * Why a path from a package is refused, or null. The rules of POSIX and Windows hold on every system, so that a
 * package means the same everywhere: relative, no climbing, no drive, share or stream, no control character.
 */
export function pathFault(path: string): PathFault | null {
  if (path === '') return 'pathEmpty';
  if (!path.isWellFormed()) return 'pathNotUnicode';
  if (toUtf8(path).length > limits.pathBytes) return 'pathTooLong';
  if (/\p{Cc}/u.test(path)) return 'pathControl';
  if (/[\\:*?"<>|]/.test(path)) return 'pathNotPortable';
  const segments = path.split('/');
  if (segments.length > limits.depth) return 'pathTooDeep';
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return 'pathNotPlain';
  if (segments.some((segment) => /[. ]$/.test(segment) || RESERVED.test(segment))) return 'pathWindows';
  return null;
}
