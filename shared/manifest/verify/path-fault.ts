import { toUtf8 } from '../encoding/bytes.ts';
import { limits } from './limits.ts';

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * Why a path from a package is refused, or null. The rules of POSIX and Windows hold on every system, so that a
 * package means the same everywhere: relative, no climbing, no drive, share or stream, no control character.
 */
export function pathFault(path: string): string | null {
  if (path === '') return 'is empty';
  if (!path.isWellFormed()) return 'is not Unicode';
  if (toUtf8(path).length > limits.pathBytes) return 'is too long';
  if (/\p{Cc}/u.test(path)) return 'has a control character';
  if (/[\\:*?"<>|]/.test(path)) return 'has a character that is not portable';
  const segments = path.split('/');
  if (segments.length > limits.depth) return 'is too deep';
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return 'is not a plain path';
  if (segments.some((segment) => /[. ]$/.test(segment) || RESERVED.test(segment)))
    return 'is a name that Windows refuses';
  return null;
}
