import { Checkbox, NativeSelect } from '@mantine/core';
import { comfortLevels, type Topic, topics } from '../../../../surveys/groups/interests.ts';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';

interface TopicsProps {
  value: readonly Topic[];
  onChange: (value: Topic[]) => void;
}

/** Ticks of what somebody is interested in. */
export function TopicTicks({ value, onChange }: TopicsProps) {
  const t = useT();
  const pick = (chosen: string[]) => onChange(topics.filter((topic) => chosen.includes(topic)));
  return (
    <Checkbox.Group label={t('part.topics')} value={[...value]} onChange={pick}>
      <div className="ticks">
        {topics.map((topic) => (
          <Checkbox key={topic} value={topic} label={t(`topic.${topic}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

interface LevelProps {
  label: string;
  none: string;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** How far somebody would go, 1 to 3, or nothing. */
export function LevelChoice({ label, none, value, onChange }: LevelProps) {
  const t = useT();
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
      data={[
        { value: '', label: none },
        ...comfortLevels.map((level) => ({ value: String(level), label: t(`comfort.${level}`) })),
      ]}
    />
  );
}

/** A group or panel to join, or none. */
export function GroupChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useT();
  const groups = useApi('GET /api/v1/groups').data?.items ?? [];
  const panels = useApi('GET /api/v1/panels').data?.items ?? [];
  return (
    <NativeSelect
      label={t('part.group')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('part.no_group') },
        ...[...panels, ...groups].map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
