import { projectLimitNames, type ProjectLimits } from '../../shared/project/limits.ts';
import { useMessages } from '../app/messages.ts';
import classes from './DisclosedList.module.css';
import { limitText } from './limit-words.ts';

/** The limits that a project sets, one a line. */
export function ProjectLimitList({ limits }: { limits: ProjectLimits }) {
  const { say, format } = useMessages();
  return (
    <ul className={classes.list}>
      {projectLimitNames.map((name) => {
        const value = limits[name];
        return value === undefined ? null : (
          <li key={name}>
            {say('care.limitLine', { limit: say(`care.limit.${name}`), value: limitText(name, value, format) })}
          </li>
        );
      })}
    </ul>
  );
}
