import './editions.css';
import { Button } from '@mantine/core';
import { type OwnFormat, ownFormats } from '../../../../surveys/format.ts';
import type { Answer } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { Go, GoButton, useGo, useParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi, useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT, wordOf } from '../../words.ts';

type Seen = Answer<'GET /api/v1/questionnaires/{id}/editions'>;
type Edition = Seen['cells'][number];
type Tongue = Seen['languages'][number];

/** How an edition stands, who said so, and what changed since. */
function Stands({ cell: { state, approvedBy, approvedAt, why } }: { cell: Edition }) {
  const t = useT();
  return (
    <>
      <b className={`edition-${state}`}>{t(`formats.state_${state}`)}</b>
      {state === 'approved' && approvedBy && approvedAt ? (
        <>
          <br />
          {t('formats.by', { who: approvedBy, day: sayDay(approvedAt) })}
        </>
      ) : null}
      {why.map((what) => (
        <p key={what} className="edition-why">
          <Said>{`${what.slice(0, 1).toUpperCase()}${what.slice(1)}.`}</Said>
        </p>
      ))}
    </>
  );
}

interface MakeProps {
  questionnaireId: string;
  language: string;
  format: OwnFormat;
  again: boolean;
}

/** Makes a draft of it and opens that. */
export function Make({ questionnaireId, language, format, again }: MakeProps) {
  const t = useT();
  const go = useGo();
  const make = useChange('POST /api/v1/questionnaires/{id}/editions');
  const names = { format: t(`format.${format}`), language: wordOf('tongue', language) };
  const done = ({ id }: { id: string }) => {
    announce(t('formats.made'));
    go(`/questionnaires/${questionnaireId}/editions/${id}`);
  };
  return (
    <>
      <Button
        aria-disabled={make.isPending}
        onClick={() =>
          make.mutate({ params: { id: questionnaireId }, body: { language, format } }, { onSuccess: done })
        }
      >
        {t(again ? 'formats.make_again' : 'formats.make', names)}
      </Button>
      <ErrorNote error={make.error} />
    </>
  );
}

interface OwnProps {
  cell: Edition;
  format: OwnFormat;
  questionnaireId: string;
}

/** One cell of easy read, braille or audio: how it stands, and what can be done. */
function Own({ cell, format, questionnaireId }: OwnProps) {
  const t = useT();
  const may = useMay('officer', 'administrator');
  const { language, state, revisionId } = cell;
  const makes = may && (state === 'not_made' || state === 'out_of_date');
  return (
    <div className="edition-cell">
      <div>
        <Stands cell={cell} />
      </div>
      {revisionId ? (
        <Go to={`/questionnaires/${questionnaireId}/editions/${revisionId}`}>
          {t('formats.open', { format: t(`format.${format}`), language: wordOf('tongue', language) })}
        </Go>
      ) : null}
      {makes ? (
        <Make questionnaireId={questionnaireId} language={language} format={format} again={state === 'out_of_date'} />
      ) : null}
    </div>
  );
}

function Table({ seen, questionnaireId }: { seen: Seen; questionnaireId: string }) {
  const t = useT();
  const cellOf = (code: string, format: Edition['format']) =>
    seen.cells.find((one) => one.language === code && one.format === format);
  const columns: Column<Tongue>[] = [
    {
      key: 'language',
      head: t('formats.language'),
      cell: ({ code, name }) => (
        <>
          {wordOf('tongue', code)} {wordOf('tongue', code) === name ? null : <span lang={code}>{name}</span>}
        </>
      ),
    },
    {
      key: 'print',
      head: t('formats.print'),
      cell: ({ code }) => {
        const cell = cellOf(code, 'standard');
        return cell ? <Stands cell={cell} /> : null;
      },
    },
    ...ownFormats.map((format) => ({
      key: format,
      head: t(`format.${format}`),
      cell: ({ code }: Tongue) => {
        const cell = cellOf(code, format);
        return cell ? <Own cell={cell} format={format} questionnaireId={questionnaireId} /> : null;
      },
    })),
  ];
  return (
    <DataTable
      caption={t('formats.caption', { version: seen.version ?? '' })}
      columns={columns}
      rows={seen.languages}
      rowKey={({ code }) => code}
    />
  );
}

/** Every edition of the newest version, language by format: who approved it, and what is out of date. */
export default function Editions() {
  const t = useT();
  const id = useParam('id');
  const query = useApi('GET /api/v1/questionnaires/{id}/editions', { params: { id } });
  const acts = <GoButton to={`/questionnaires/${id}/easy-words`}>{t('formats.easy_words')}</GoButton>;
  const title = query.data ? t('formats.title', { name: query.data.name }) : t('formats.title_short');
  return (
    <Page title={title} acts={acts}>
      <p className="back">
        <Go to={`/questionnaires/${id}`}>{t('preview.back')}</Go>
      </p>
      <p className="editions-about">{t('formats.about')}</p>
      <p className="editions-about">{t('formats.instead')}</p>
      <Loaded query={query} what={t('formats.what')}>
        {(seen) =>
          seen.version === null ? (
            <p className="note">{t('formats.unpublished')}</p>
          ) : (
            <Table seen={seen} questionnaireId={id} />
          )
        }
      </Loaded>
    </Page>
  );
}
