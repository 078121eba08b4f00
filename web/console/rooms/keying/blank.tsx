import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../parts/confirm.tsx';
import { useT } from '../../words.ts';

/** Says, once asked, that a whole form came back without an answer. */
export function Blank({ busy, onBlank }: { busy: boolean; onBlank: () => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="acts gap">
      <Button onClick={() => setOpen(true)}>{t('keying.came_back_blank')}</Button>
      <ConfirmDialog
        open={open}
        title={t('keying.blank_title')}
        act={t('keying.came_back_blank')}
        busy={busy}
        onDo={onBlank}
        onLeave={() => setOpen(false)}
      >
        <p>{t('keying.blank_what')}</p>
      </ConfirmDialog>
    </div>
  );
}
