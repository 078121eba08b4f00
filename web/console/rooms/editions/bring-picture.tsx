import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** A picture of one's own for easy read, with what it shows in words. */
export function BringPicture() {
  const t = useT();
  const bring = useChange('POST /api/v1/pictures');
  const [file, setFile] = useState<File | null>(null);
  const [alt, setAlt] = useState('');
  const [altCy, setAltCy] = useState('');
  const [times, setTimes] = useState(0);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!file || alt.trim() === '') return;
    const done = () => {
      setFile(null);
      setAlt('');
      setAltCy('');
      setTimes(times + 1);
      announce(t('easy.brought'));
    };
    bring.mutate({ query: { alt, altCy }, file }, { onSuccess: done });
  };
  return (
    <section className="gap">
      <h2>{t('easy.bring')}</h2>
      <form onSubmit={send} className="stack editions-about">
        <FileBox
          key={times}
          label={t('easy.picture')}
          hint={t('easy.bring_hint')}
          accept=".png,.jpg,.jpeg,image/png,image/jpeg"
          onChoose={setFile}
        />
        <TextInput label={t('easy.alt')} required value={alt} onChange={(event) => setAlt(event.currentTarget.value)} />
        <TextInput label={t('easy.alt_cy')} value={altCy} onChange={(event) => setAltCy(event.currentTarget.value)} />
        <ErrorNote error={bring.error} />
        <Button type="submit" aria-disabled={bring.isPending || !file || alt.trim() === ''}>
          {t('easy.bring_act')}
        </Button>
      </form>
    </section>
  );
}
