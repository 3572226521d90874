import { Menu } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import classes from './StopMenu.module.css';
import { useMessages } from './messages.ts';
import { useActions } from './use-session.ts';

/** Ways to stop for a while without signing off. */
export function StopMenu() {
  const { say } = useMessages();
  const actions = useActions();
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={classes.target} aria-label={say('meter.stopMenu')}>
          <IconCoffee size={18} stroke={1.7} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Item onClick={() => void actions.startBreak()}>{say('meter.takeBreak')}</Menu.Item>
        <Menu.Item onClick={() => void actions.stillReading()}>{say('meter.stillReading')}</Menu.Item>
        <Menu.Item onClick={() => void actions.stepAway()}>{say('meter.stepAway')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
