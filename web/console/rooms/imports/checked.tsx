import { NativeSelect } from '@mantine/core';
import { fileAddress } from '../../../shared/api.ts';
import { Go, useQueryParam } from '../../go.tsx';
import { Said } from '../../parts/said.tsx';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import { Apply } from './apply.tsx';
import type { Import } from './import.tsx';
import { Rows } from './rows.tsx';

const kinds = ['new', 'changed', 'unchanged', 'rejected', 'left', 'kept'] as const;
export type Kind = (typeof kinds)[number];
const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text);

/** What is looked at first: what cannot be used, else what changes. */
const firstKind = ({ counts }: Import): Kind =>
  counts.rejected > 0 ? 'rejected' : counts.changed > 0 ? 'changed' : counts.new > 0 ? 'new' : 'unchanged';

/** Rows by outcome: each count is a link to its rows. */
function Counts({ one, now }: { one: Import; now: Kind }) {
  const t = useT();
  const shown = kinds.filter((kind) => kind !== 'left' || one.everybody);
  return (
    <nav aria-label={t('imports.outcomes')} className="tabs">
      <ul>
        {shown.map((kind) => (
          <li key={kind} aria-current={kind === now ? 'true' : undefined}>
            <Go to={`/residents/import/${one.id}?kind=${kind}`}>
              {t(`imports.kind.${kind}`)} {sayNumber(one.counts[kind])}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Only rows with one column at fault, or one field that changes. */
function ColumnFilter({ one, kind }: { one: Import; kind: Kind }) {
  const t = useT();
  const [column, setColumn] = useQueryParam('column');
  const choices =
    kind === 'rejected'
      ? one.rejects.map(({ column: name, count }) => ({ value: name, label: `${name} (${sayNumber(count)})` }))
      : one.changedFields.map(({ field, name, count }) => ({ value: field, label: `${name} (${sayNumber(count)})` }));
  if ((kind !== 'rejected' && kind !== 'changed') || choices.length < 2) return null;
  return (
    <NativeSelect
      className="narrow"
      label={t(kind === 'rejected' ? 'imports.by_fault' : 'imports.by_change')}
      value={column}
      onChange={(event) => setColumn(event.currentTarget.value)}
      data={[{ value: '', label: t('imports.any_column') }, ...choices.filter(({ value }) => value !== '')]}
    />
  );
}

/** What the check found: counts that lead to their rows, old and new side by side, and the button that does it. */
export function Checked({ one }: { one: Import }) {
  const t = useT();
  const [asked] = useQueryParam('kind');
  const [column] = useQueryParam('column');
  const kind = isKind(asked) ? asked : firstKind(one);
  return (
    <section className="stack" aria-labelledby="import-checked">
      <h2 id="import-checked">{t('imports.checked', { rows: sayNumber(one.rows) })}</h2>
      {one.state === 'checked' && one.fault ? (
        <div className="note note-warn">
          <Said>{one.fault}</Said>
        </div>
      ) : null}
      {one.state === 'checked' ? <Apply one={one} /> : null}
      <Counts one={one} now={kind} />
      <p className="soft">{t(`imports.about.${kind}`)}</p>
      {kind === 'rejected' && one.counts.rejected > 0 && one.hasFile ? (
        <p>
          <a href={fileAddress('GET /api/v1/residents/import/{id}/rejects', { params: { id: one.id } })} download>
            {t('imports.download', { count: one.counts.rejected })}
          </a>
        </p>
      ) : null}
      <ColumnFilter one={one} kind={kind} />
      <Rows id={one.id} kind={kind} column={column} />
    </section>
  );
}
