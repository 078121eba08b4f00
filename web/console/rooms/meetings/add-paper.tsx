import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type PageFormat, pageFormats } from '../../../../surveys/format.ts';
import { languageCodes, languages } from '../../../../surveys/language.ts';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Meeting } from './meeting-page.tsx';

const kinds = ['report', 'agenda', 'minutes'] as const;

/** The bytes of a file as base64. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

const blank = {
  title: '',
  kind: 'report' as (typeof kinds)[number],
  agendaItemId: '',
  language: 'en',
  format: 'standard' as PageFormat,
};

/** Adds a PDF to the pack: which item it is about, its language and print size. */
export function AddPaper({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const [file, setFile] = useState<File | null>(null);
  const [paper, setPaper] = useState(blank);
  const [lacking, setLacking] = useState(false);
  const add = useChange('POST /api/v1/meetings/{id}/papers');
  const change = (part: Partial<typeof blank>) => setPaper({ ...paper, ...part });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setLacking(false);
    if (chosen && paper.title === '') change({ title: chosen.name.replace(/\.pdf$/i, '') });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLacking(file === null);
    if (!file) return;
    const { agendaItemId, ...rest } = paper;
    const content = await base64Of(file);
    const body = { ...rest, agendaItemId: agendaItemId === '' ? null : agendaItemId, filename: file.name, content };
    const done = () => announce(t('papers.added', { title: paper.title }));
    add.mutate({ params: { id: meeting.id }, body }, { onSuccess: done });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="stack narrow gap">
      <h3>{t('papers.add_title')}</h3>
      <FileBox label={t('papers.file')} hint={t('papers.file_hint')} accept=".pdf,application/pdf" onChoose={choose} />
      {lacking ? <p role="alert">{t('papers.no_file')}</p> : null}
      <TextInput
        label={t('papers.name')}
        required
        withAsterisk={false}
        maxLength={200}
        value={paper.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className="row">
        <NativeSelect
          label={t('papers.kind')}
          value={paper.kind}
          onChange={(event) => change({ kind: kinds.find((one) => one === event.currentTarget.value) ?? 'report' })}
          data={kinds.map((value) => ({ value, label: t(`papers.kind_${value}`) }))}
        />
        <NativeSelect
          label={t('papers.about')}
          value={paper.agendaItemId}
          onChange={(event) => change({ agendaItemId: event.currentTarget.value })}
          data={[
            { value: '', label: t('papers.whole') },
            ...meeting.items.map(({ id, number, title }) => ({
              value: id,
              label: t('papers.item', { number, title }),
            })),
          ]}
        />
        <NativeSelect
          label={t('members.language')}
          value={paper.language}
          onChange={(event) => change({ language: event.currentTarget.value })}
          data={languageCodes.map((value) => ({ value, label: languages[value].name }))}
        />
        <NativeSelect
          label={t('members.format')}
          value={paper.format}
          onChange={(event) =>
            change({ format: pageFormats.find((code) => code === event.currentTarget.value) ?? 'standard' })
          }
          data={pageFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
        />
      </div>
      <ErrorNote error={add.error} />
      <div className="acts">
        <Button type="submit" aria-disabled={add.isPending}>
          {add.isPending ? t('busy') : t('papers.add')}
        </Button>
      </div>
    </form>
  );
}
