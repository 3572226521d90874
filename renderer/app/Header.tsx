import { Brand } from '../ui/Brand.tsx';
import classes from './Header.module.css';
import { MeterStrip } from './MeterStrip.tsx';
import { useMessages } from './messages.ts';
import type { Place } from './session.ts';
import { useActions, useSession } from './use-session.ts';

const places = [
  'home',
  'browse',
  'workspace',
  'my-time',
  'shown',
  'export',
  'project',
  'verify',
  'settings',
] as const satisfies readonly Place[];

/** Screens without a button of their own, and whose they are. */
const partOf: Partial<Record<Place, (typeof places)[number]>> = { review: 'export', 'handed-in': 'browse' };

/** Screens of the open project. */
const ofProject: ReadonlySet<Place> = new Set(['browse', 'export', 'project']);

/** Where one is, where one can go, and whether time is being recorded. On every screen. */
export function Header() {
  const { say } = useMessages();
  const actions = useActions();
  const here = useSession((session) => session.place);
  const hasProject = useSession((session) => session.project !== null);
  const hasTask = useSession((session) => session.task !== null);
  const shown = places.filter((place) => (place !== 'workspace' || hasTask) && (!ofProject.has(place) || hasProject));
  return (
    <header className={classes.header}>
      <a className={classes.skip} href="#content">
        {say('app.skipToContent')}
      </a>
      <Brand />
      <nav aria-label={say('nav.label')} className={classes.nav}>
        {shown.map((place) => (
          <button
            key={place}
            type="button"
            className={classes.place}
            aria-current={place === (partOf[here] ?? here) ? 'page' : undefined}
            onClick={() => void actions.go(place)}
          >
            {say(`nav.${place}`)}
          </button>
        ))}
      </nav>
      <MeterStrip />
    </header>
  );
}
