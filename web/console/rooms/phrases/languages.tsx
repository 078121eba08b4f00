import type { Answer } from '../../../shared/api.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { sayMoment, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { SettingsPage } from '../settings/settings-page.tsx';

type Phrases = Answer<'GET /api/v1/phrases'>;
type Language = Phrases['items'][number];

/** "Approved by Amina, 3 May, 10:02", "402 phrases wait for a person to read them". */
export function saidStanding(
  { how, by, at, waiting }: Pick<Language, 'how' | 'by' | 'at' | 'waiting'>,
  t: Translate,
): string {
  if (how === 'file') return t('phrases.file');
  return how === 'person'
    ? t('phrases.person', { who: by ?? '', when: at === null ? '' : sayMoment(at) })
    : t('phrases.nobody', { count: waiting });
}

const columns = (t: Translate): Column<Language>[] => [
  {
    key: 'language',
    head: t('phrases.language'),
    cell: ({ language, name, english }) => (
      <>
        {language === 'en' ? english : <Go to={`/settings/phrases/${language}`}>{english}</Go>}{' '}
        {name === english ? null : (
          <bdi lang={language} className="soft">
            {name}
          </bdi>
        )}
      </>
    ),
  },
  { key: 'stands', head: t('phrases.stands'), cell: (language) => saidStanding(language, t) },
  {
    key: 'residents',
    head: t('tongues.residents'),
    figures: true,
    cell: ({ residents }) => sayNumber(residents),
  },
];

/** Our own phrases in each language: who has approved them. */
export default function PhraseLanguagesRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/phrases');
  return (
    <SettingsPage title={t('phrases.title')}>
      <Loaded query={query} what={t('phrases.what')}>
        {({ demo, items }) => (
          <div className="stack">
            <p>{t('phrases.about')}</p>
            {demo ? <p className="note note-info">{t('phrases.demo')}</p> : null}
            <DataTable
              caption={t('phrases.title')}
              captionUnseen
              columns={columns(t)}
              rows={items}
              rowKey={({ language }) => language}
            />
          </div>
        )}
      </Loaded>
    </SettingsPage>
  );
}
