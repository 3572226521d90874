import { describe, expect, it } from 'vitest';
import { dangerousSwitch } from '../../../electron/dangerous-switches.ts';

describe('a packaged app', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--inspect', 'inspect'],
    ['--inspect-brk=0', 'inspect-brk'],
    ['--js-flags=--expose-gc', 'js-flags'],
    ['--load-extension=/tmp/x', 'load-extension'],
    ['--disable-web-security', 'disable-web-security'],
    ['--no-sandbox', 'no-sandbox'],
    ['-inspect', 'inspect'],
  ])('refuses %s', (argument, name) => {
    expect(dangerousSwitch(['fairmark', argument])).toBe(name);
  });

  it.each([['--project=/data'], ['--open-sample'], ['/home/me/project'], ['--projects-dir=/inspect']])(
    'starts with %s',
    (argument) => {
      expect(dangerousSwitch(['fairmark', argument])).toBeNull();
    },
  );
});
