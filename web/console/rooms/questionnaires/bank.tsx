import './questionnaires.css';
import { Radio } from '@mantine/core';
import type { Answer } from '../../../shared/api.ts';
import { Said } from '../../parts/said.tsx';
import { sayDate } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';

type Set = Answer<'GET /api/v1/questionnaires'>['instruments'][number];

const groups = ['regulated', 'sector', 'panel', 'other'] as const;

/** "In use since 1 April 2023. Words in English." */
function factsOf({ from, to, languages }: Set, t: Translate): string {
  const use =
    to === null ? t('bank.since', { from: sayDate(from) }) : t('bank.was', { from: sayDate(from), to: sayDate(to) });
  const tongues = languages.map((code) => wordOf('tongue', code)).join(', ');
  return `${use} ${t('bank.languages', { languages: tongues })}`;
}

function ReadyMade({ set }: { set: Set }) {
  const t = useT();
  const { id, name, about, questions, wording, source, note } = set;
  return (
    <div className="bank-set">
      <Radio value={id} label={t('start.set', { name, count: questions })} description={<Said>{about}</Said>} />
      <div className="bank-facts">
        <p className="soft">
          {factsOf(set, t)} {wording === 'unchecked' ? null : t(`bank.wording_${wording}`)}
        </p>
        {wording === 'unchecked' ? <p className="bank-unchecked">{t('bank.wording_unchecked')}</p> : null}
        <details>
          <summary>
            {t('bank.source')} <span className="unseen">{name}</span>
          </summary>
          <p>
            <Said>{source}</Said>
          </p>
          {note === '' ? null : (
            <p>
              <Said>{note}</Said>
            </p>
          )}
        </details>
      </div>
    </div>
  );
}

interface BankProps {
  sets: readonly Set[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** The ready-made sets by who stands behind them, each with its days, its source and whether its wording was read there. */
export function Bank({ sets, chosen, onChoose }: BankProps) {
  const t = useT();
  return (
    <Radio.Group label={t('start.which_set')} value={chosen} onChange={onChoose}>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`bank-${group}`} className="bank-group">
          <h2 id={`bank-${group}`}>{t(`bank.${group}`)}</h2>
          <div className="bank-sets">
            {sets
              .filter((set) => set.group === group)
              .map((set) => (
                <ReadyMade key={set.id} set={set} />
              ))}
          </div>
        </section>
      ))}
    </Radio.Group>
  );
}
