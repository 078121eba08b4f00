import { isPageFormat } from '../../../../surveys/format.ts';
import { fileAddress } from '../../../shared/api.ts';
import { Said } from '../../parts/said.tsx';
import { useT } from '../../words.ts';
import type { Batch } from './batches.tsx';

function TakeOut({ batch: { number, takeOut, format } }: { batch: Batch }) {
  const t = useT();
  if (takeOut.length === 0) return null;
  return (
    <section className="note">
      <h3>{t('post.take_out', { count: takeOut.length, number })}</h3>
      <ul>
        {takeOut.map(({ sequence, firstPage, lastPage, name, why }) => (
          <li key={sequence}>
            {isPageFormat(format)
              ? t('post.take_out_letter', { sequence, firstPage, lastPage, name })
              : t('post.take_out_file', { sequence: String(sequence).padStart(4, '0'), name })}{' '}
            <Said>{why}</Said>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Enclose({ batch: { number, enclose } }: { batch: Batch }) {
  const t = useT();
  if (enclose.length === 0) return null;
  return (
    <section className="note">
      <h3>{t('post.enclose', { number })}</h3>
      <ul>
        {enclose.map(({ id, words }) => (
          <li key={id}>
            <a href={fileAddress('GET /api/v1/papers/{id}/file', { params: { id } })}>
              <Said>{words}</Said>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What to do with the letters of each file that is ready: which to take out, and which papers go with them. */
export function BeforePosting({ batches }: { batches: readonly Batch[] }) {
  return batches
    .filter(({ state }) => state === 'ready')
    .map((batch) => (
      <div key={batch.id}>
        <TakeOut batch={batch} />
        <Enclose batch={batch} />
      </div>
    ));
}
