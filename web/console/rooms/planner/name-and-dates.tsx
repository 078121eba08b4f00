import { TextInput } from '@mantine/core';
import { plusDays } from '../../../../surveys/fieldwork/dates.ts';
import { today } from '../../say.ts';
import { useT } from '../../words.ts';

export interface Named {
  name: string;
  opensOn: string;
  closesOn: string;
}

/** A wave is in the field for this long unless the officer says otherwise. */
const usualDays = 28;

/** What a new wave starts with: no name yet, open from tomorrow for four weeks. */
export function namedToday(): Named {
  const opensOn = plusDays(today(), 1);
  return { name: '', opensOn, closesOn: plusDays(opensOn, usualDays) };
}

interface NameAndDatesProps {
  named: Named;
  onChange: (named: Named) => void;
}

/** The name of a new wave and the days it opens and closes. */
export function NameAndDates({ named, onChange }: NameAndDatesProps) {
  const t = useT();
  return (
    <>
      <TextInput
        label={t('plan.name')}
        description={t('new.name_hint')}
        required
        withAsterisk={false}
        value={named.name}
        onChange={(event) => onChange({ ...named, name: event.currentTarget.value })}
      />
      {(['opensOn', 'closesOn'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          required
          withAsterisk={false}
          label={t(`plan.${field}`)}
          value={named[field]}
          onChange={(event) => onChange({ ...named, [field]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}
