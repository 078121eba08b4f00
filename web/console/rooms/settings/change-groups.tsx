import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { BandFaults } from './band-faults.tsx';
import type { FieldBands } from './bands.tsx';

type Named = Readonly<Record<string, string>>;

/** Which group each code is in now. */
const namesOf = ({ codes, groups }: FieldBands): Named =>
  Object.fromEntries(
    codes.map(({ code, label }) => [code, groups.find((group) => group.codes.includes(code))?.label ?? label]),
  );

/** Codes of the same name are one group, in the order they stand. */
function groupsOf(named: Named): { label: string; codes: string[] }[] {
  const byName = Map.groupBy(Object.entries(named), ([, label]) => label.trim());
  return [...byName].flatMap(([label, codes]) => (label === '' ? [] : [{ label, codes: codes.map(([code]) => code) }]));
}

/** Groups of a field: each answer of its list with the name of the group it is in. */
export function ChangeGroups({ shown }: { shown: FieldBands }) {
  const t = useT();
  const [named, setNamed] = useState<Named | null>(null);
  const change = useChange('PUT /api/v1/bands/{field}');
  const close = () => setNamed(null);
  const save = () => {
    const done = () => {
      close();
      announce(t('bands.saved', { what: shown.name }));
    };
    const body = { content: groupsOf(named ?? {}) };
    change.mutate({ params: { field: shown.field }, body }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setNamed(namesOf(shown))}>
        {t('settings.change')} <span className="unseen">{shown.name}</span>
      </Button>
      <ConfirmDialog
        open={named !== null}
        title={t('bands.change_groups', { what: shown.name })}
        act={t('settings.save')}
        busy={change.isPending}
        onDo={save}
        onLeave={close}
      >
        <p>{t('bands.groups_hint')}</p>
        {shown.codes.map(({ code, label }) => (
          <TextInput
            key={code}
            label={label}
            maxLength={80}
            value={named?.[code] ?? ''}
            onChange={(event) => setNamed({ ...named, [code]: event.currentTarget.value })}
          />
        ))}
        <BandFaults error={change.error} />
      </ConfirmDialog>
    </>
  );
}
