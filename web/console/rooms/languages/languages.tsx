import './languages.css';
import { useMay } from '../../frame/me.ts';
import { Go, useParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { AddLanguages } from './add.tsx';
import { CountsLine } from './counts.tsx';
import type { Languages } from './translation.ts';

type Language = Languages['languages'][number];

/** What residents get now: words that are being changed are not sent until somebody has approved them. */
const saidSent = ({ sent, counts, total }: Language, source: string, t: Translate): string =>
  sent === 'approved' && (counts.approved ?? 0) < total
    ? t('tongues.sent_before')
    : t(`tongues.sent_${sent}`, { source });

const columns = ({ id, source }: Languages, t: Translate): Column<Language>[] => [
  {
    key: 'language',
    head: t('tongues.language'),
    cell: ({ language, name, english }) => (
      <>
        <Go to={`/questionnaires/${id}/languages/${language}`}>{english}</Go>{' '}
        {name === english ? null : (
          <bdi lang={language} className="soft">
            {name}
          </bdi>
        )}
      </>
    ),
  },
  {
    key: 'stands',
    head: t('tongues.stands'),
    cell: ({ counts, total }) => <CountsLine counts={counts} total={total} />,
  },
  {
    key: 'sent',
    head: t('tongues.sent'),
    cell: (language) => saidSent(language, source.english, t),
  },
  {
    key: 'residents',
    head: t('tongues.residents'),
    figures: true,
    cell: ({ residents }) => sayNumber(residents),
  },
];

function Empty({ languages: { addable } }: { languages: Languages }) {
  const t = useT();
  const [most] = addable;
  return (
    <p>
      {most && most.residents > 0
        ? t('tongues.none_asked', { count: most.residents, name: most.english })
        : t('tongues.none')}
    </p>
  );
}

function Overview({ languages }: { languages: Languages }) {
  const t = useT();
  const may = useMay('officer', 'administrator');
  const { id, name, source, languages: rows } = languages;
  return (
    <>
      <p>
        <Go to={`/questionnaires/${id}`}>{t('tongues.back', { name })}</Go>.{' '}
        {t('tongues.written_in', { name: source.english })}
      </p>
      {rows.length === 0 ? (
        <Empty languages={languages} />
      ) : (
        <DataTable
          caption={t('tongues.title')}
          captionUnseen
          columns={columns(languages, t)}
          rows={rows}
          rowKey={({ language }) => language}
        />
      )}
      <AddLanguages languages={languages} may={may} />
      <section>
        <p>
          {t('tongues.phrases')} <Go to="/settings/phrases">{t('tongues.phrases_link')}</Go>
        </p>
      </section>
    </>
  );
}

/** Every language of a questionnaire: how far it is, what residents get in it, and what they asked for. */
export default function LanguagesRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/questionnaires/{id}/languages', { params: { id: useParam('id') } });
  const title = query.data ? t('tongues.of', { name: query.data.name }) : t('tongues.title');
  return (
    <Page title={title}>
      <Loaded query={query} what={t('tongues.what')}>
        {(languages) => <Overview languages={languages} />}
      </Loaded>
    </Page>
  );
}
