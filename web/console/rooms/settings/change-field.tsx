import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { type Field, type Landlord, labelOf, nations, sentOf, typedOf } from './landlord-fields.ts';

interface BoxProps {
  row: Field;
  landlord: Landlord;
  typed: string;
  onType: (typed: string) => void;
}

function Box({ row: { field, kind, most }, landlord, typed, onType }: BoxProps) {
  const t = useT();
  const label = labelOf(field, t);
  const description = t(`landlord.hint_${field}`);
  if (kind === 'languages')
    return (
      <Checkbox.Group
        label={label}
        description={description}
        value={typed.split('\n')}
        onChange={(all) => onType(all.join('\n'))}
      >
        <div className="ticks">
          {landlord.offered.map(({ code, name, approved }) => (
            <Checkbox
              key={code}
              value={code}
              label={<span lang={code}>{name}</span>}
              description={approved ? undefined : t('landlord.not_approved')}
            />
          ))}
        </div>
      </Checkbox.Group>
    );
  if (kind === 'nation')
    return (
      <NativeSelect
        label={label}
        description={description}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        data={nations.map((value) => ({ value, label: t(`nation.${value}`) }))}
      />
    );
  if (kind === 'owner')
    return (
      <NativeSelect
        label={label}
        description={description}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        data={[
          { value: '', label: t('landlord.nobody') },
          ...landlord.owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    );
  const shared = { label, description, value: typed, maxLength: most };
  if (kind === 'lines')
    return <Textarea {...shared} rows={5} onChange={(event) => onType(event.currentTarget.value)} />;
  return <TextInput {...shared} onChange={(event) => onType(event.currentTarget.value)} />;
}

/** "Change", with hidden words that name what, and one box to change it in. */
export function ChangeField({ row, landlord }: { row: Field; landlord: Landlord }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const change = useChange('PUT /api/v1/landlord');
  const label = labelOf(row.field, t);
  const close = () => setTyped(null);
  const save = () => {
    const done = () => {
      close();
      announce(t('landlord.saved', { what: label }));
    };
    change.mutate({ body: sentOf(row, typed ?? '') }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setTyped(typedOf(landlord, row.field))}>
        {t('settings.change')} <span className="unseen">{label}</span>
      </Button>
      <ConfirmDialog
        open={typed !== null}
        title={t('landlord.change', { what: label })}
        act={t('settings.save')}
        busy={change.isPending}
        onDo={save}
        onLeave={close}
      >
        <Box row={row} landlord={landlord} typed={typed ?? ''} onType={setTyped} />
        <ErrorNote error={change.error} />
      </ConfirmDialog>
    </>
  );
}
