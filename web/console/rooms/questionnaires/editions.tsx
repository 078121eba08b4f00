import { Go, GoButton } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { type Translate, useT } from '../../words.ts';
import type { Questionnaire } from './rows.ts';

type Edition = Questionnaire['editions'][number];

const stands = ({ status, approvedBy }: Edition, t: Translate) =>
  status === 'approved' && approvedBy !== null
    ? t('editions.approved_by', { who: approvedBy })
    : t(`editions.status_${status}`);

/** The source is written in the editor itself; every other language has a page of its own. */
function Named({ id, source, edition: { language, name } }: { id: string; source: string; edition: Edition }) {
  const named = <span lang={language}>{name}</span>;
  return language === source ? named : <Go to={`/questionnaires/${id}/languages/${language}`}>{named}</Go>;
}

const columns = (t: Translate, { id, sourceLanguage }: Questionnaire): Column<Edition>[] => [
  {
    key: 'name',
    head: t('editions.language'),
    cell: (edition) => <Named id={id} source={sourceLanguage} edition={edition} />,
  },
  {
    key: 'done',
    head: t('editions.done'),
    figures: true,
    cell: ({ done, total }) => t('editions.of', { done, total }),
  },
  { key: 'status', head: t('editions.status'), cell: (edition) => stands(edition, t) },
];

interface EditionsProps {
  questionnaire: Questionnaire;
  /** Languages are added on their own page. */
  onAdd?: (code: string) => void;
}

/** How far each language is, and who said that it is right; each is translated and approved on its own page. */
export function Editions({ questionnaire }: EditionsProps) {
  const t = useT();
  const { id, editions } = questionnaire;
  return (
    <section>
      <h2>{t('editions.title')}</h2>
      <DataTable
        caption={t('editions.title')}
        captionUnseen
        columns={columns(t, questionnaire)}
        rows={editions}
        rowKey={({ language }) => language}
      />
      <p className="gap-small">
        <GoButton to={`/questionnaires/${id}/languages`}>{t('editions.translate')}</GoButton>
      </p>
    </section>
  );
}
