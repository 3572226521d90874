import { type ProjectLimitName, projectLimitNames, type ProjectLimits } from '../../shared/project/limits.ts';
import { useMessages } from '../app/messages.ts';
import classes from './DisclosedList.module.css';
import { limitText } from './limit-words.ts';
import { TakeBack } from './TakeBack.tsx';

interface ProjectLimitListProps {
  readonly limits: ProjectLimits;
  /** Given only while what was set can still be taken back. */
  readonly onTakeBack?: (name: ProjectLimitName) => void;
}

/** The limits that a project sets, one a line. */
export function ProjectLimitList({ limits, onTakeBack }: ProjectLimitListProps) {
  const { say, format } = useMessages();
  return (
    <ul className={classes.list}>
      {projectLimitNames.map((name) => {
        const value = limits[name];
        const limit = say(`care.limit.${name}`);
        return value === undefined ? null : (
          <li key={name}>
            {say('care.limitLine', { limit, value: limitText(name, value, format) })}
            <TakeBack what={limit} onTakeBack={onTakeBack && (() => onTakeBack(name))} />
          </li>
        );
      })}
    </ul>
  );
}
