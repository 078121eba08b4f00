import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../announce.tsx';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import { BandFaults } from './band-faults.tsx';
import { readBandLines, writeBandLines } from './band-lines.ts';
import type { AllBands } from './bands.tsx';

/** Bands of age, typed one a line; what is wrong with them is said beside the box. */
export function ChangeAges({ all }: { all: AllBands }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const change = useChange('PUT /api/v1/bands/{field}');
  const { bands, unread } = readBandLines(typed ?? '');
  const close = () => setTyped(null);
  const save = () => {
    if (unread.length > 0) return;
    const done = () => {
      close();
      announce(t('bands.saved', { what: t('who.age') }));
    };
    change.mutate({ params: { field: 'age' }, body: { content: bands } }, { onSuccess: done });
  };
  return (
    <>
      <Button onClick={() => setTyped(writeBandLines(all.age.bands.map((band) => ({ ...band }))))}>
        {t('settings.change')} <span className="unseen">{t('who.age')}</span>
      </Button>
      <ConfirmDialog
        open={typed !== null}
        title={t('bands.change_ages')}
        act={t('settings.save')}
        busy={change.isPending}
        onDo={save}
        onLeave={close}
      >
        <Textarea
          label={t('bands.ages')}
          description={t('bands.ages_hint')}
          rows={9}
          value={typed ?? ''}
          error={unread.length > 0 ? t('bands.unread', { line: unread[0] ?? '' }) : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p>{t('bands.from_today')}</p>
        <BandFaults error={change.error} />
      </ConfirmDialog>
    </>
  );
}
