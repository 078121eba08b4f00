import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatCodes, formatOf } from '../../../../surveys/format.ts';
import type { Given } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMe } from '../../frame/me.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import { useChange } from '../../query.ts';
import { useT, wordOf } from '../../words.ts';
import type { Resident } from './resident-page.tsx';

type Reach = Required<NonNullable<Given<'PATCH /api/v1/residents/{id}'>['body']>>;

const reachOf = ({ language, format, preferredChannel, status, phone, email }: Resident): Reach => ({
  language,
  format,
  preferredChannel,
  status,
  phone,
  email,
});

/** Only what differs goes to the server, so that what an import may change stays so. */
const changesOf = (before: Reach, now: Reach): Partial<Reach> =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => before[field as keyof Reach] !== value));

interface FieldsProps {
  reach: Reach;
  onChange: (part: Partial<Reach>) => void;
}

function HowFields({ reach, onChange }: FieldsProps) {
  const t = useT();
  const tongues = [...new Set([...useMe().landlord.languages, reach.language])];
  const channels = ['', 'sms', 'email', 'post'] as const;
  const channelOf = (value: string) => channels.find((one) => one === value && one !== '') || null;
  return (
    <>
      <NativeSelect
        label={t('post.language')}
        value={reach.language}
        onChange={(event) => onChange({ language: event.currentTarget.value })}
        data={tongues.map((value) => ({ value, label: wordOf('tongue', value) }))}
      />
      <NativeSelect
        label={t('post.format')}
        value={reach.format}
        onChange={(event) => onChange({ format: formatOf(event.currentTarget.value) })}
        data={formatCodes.map((value) => ({ value, label: t(`format.${value}`) }))}
      />
      <NativeSelect
        label={t('resident.best_way')}
        value={reach.preferredChannel ?? ''}
        onChange={(event) => onChange({ preferredChannel: channelOf(event.currentTarget.value) })}
        data={channels.map((value) => ({ value, label: value === '' ? t('resident.any_way') : t(`channel.${value}`) }))}
      />
    </>
  );
}

const statuses = ['current', 'moved', 'died'] as const;

function WhereFields({ reach, onChange }: FieldsProps) {
  const t = useT();
  return (
    <>
      <TextInput
        type="tel"
        label={t('resident.phone')}
        value={reach.phone ?? ''}
        onChange={(event) => onChange({ phone: event.currentTarget.value || null })}
      />
      <TextInput
        type="email"
        label={t('resident.email')}
        value={reach.email ?? ''}
        onChange={(event) => onChange({ email: event.currentTarget.value || null })}
      />
      <NativeSelect
        label={t('residents.status')}
        value={reach.status}
        onChange={(event) =>
          onChange({ status: statuses.find((one) => one === event.currentTarget.value) ?? 'current' })
        }
        data={statuses.map((value) => ({ value, label: t(`residents.status.${value}`) }))}
      />
    </>
  );
}

/** How we reach a resident: language, print size, best way, mobile, email. What is set here no import changes. */
export function ReachForm({ resident }: { resident: Resident }) {
  const t = useT();
  const [reach, setReach] = useState(() => reachOf(resident));
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const save = useChange('PATCH /api/v1/residents/{id}');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = changesOf(reachOf(resident), reach);
    const saved = () => {
      setSavedAt(new Date());
      announce(t('resident.saved'));
    };
    save.mutate({ params: { id: resident.id }, body }, { onSuccess: saved });
  };
  const change = (part: Partial<Reach>) => setReach({ ...reach, ...part });
  return (
    <form className="stack" onSubmit={submit}>
      <HowFields reach={reach} onChange={change} />
      <WhereFields reach={reach} onChange={change} />
      <ErrorNote error={save.error} />
      <div className="acts">
        <Button type="submit" aria-disabled={save.isPending}>
          {t('resident.save')}
        </Button>
        <SaveState saving={save.isPending} savedAt={savedAt} />
      </div>
    </form>
  );
}
