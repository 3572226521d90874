import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMessages } from '../../app/messages.ts';
import { Choice } from '../../ui/Choice.tsx';
import classes from './FilterBar.module.css';
import type { TaskFilters } from './use-task-list.ts';

interface FilterBarProps {
  readonly filters: TaskFilters;
  readonly total: number | null;
  readonly onChange: (filters: TaskFilters) => void;
}

/** Search and filters, all in one line; the number of tasks that fit is announced. */
export function FilterBar({ filters, total, onChange }: FilterBarProps) {
  const { say } = useMessages();
  return (
    <search className={classes.bar} aria-label={say('browse.filters')}>
      <TextInput
        className={classes.search}
        aria-label={say('browse.search')}
        placeholder={say('browse.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={filters.search}
        maxLength={200}
        onChange={(event) => onChange({ ...filters, search: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label={say('browse.medium')}
        value={filters.medium ?? 'all'}
        onChange={(value) => onChange({ ...filters, medium: value === 'image' || value === 'text' ? value : null })}
        data={[
          { value: 'all', label: say('browse.all') },
          { value: 'image', label: say('medium.images') },
          { value: 'text', label: say('medium.texts') },
        ]}
      />
      <Choice
        label={say('browse.state')}
        value={filters.state ?? 'all'}
        options={[
          { value: 'all', label: say('browse.all') },
          { value: 'open', label: say('state.open') },
          { value: 'active', label: say('state.active') },
          { value: 'submitted', label: say('state.submitted') },
          { value: 'skipped', label: say('state.skipped') },
        ]}
        onChange={(value) => onChange({ ...filters, state: value === 'all' ? null : value })}
      />
      <Choice
        label={say('browse.flagged')}
        value={filters.flagged === null ? 'all' : filters.flagged ? 'yes' : 'no'}
        options={[
          { value: 'all', label: say('browse.all') },
          { value: 'yes', label: say('browse.onlyFlagged') },
          { value: 'no', label: say('browse.noFlagged') },
        ]}
        onChange={(value) => onChange({ ...filters, flagged: value === 'all' ? null : value === 'yes' })}
      />
      <p className={classes.total} role="status">
        {total === null ? '' : say('browse.count', { count: total })}
      </p>
    </search>
  );
}
