import { Button } from '@mantine/core';
import { fixedOf } from '../../../../../surveys/questionnaire/edit/guard.ts';
import { editKindOf } from '../../../../../surveys/questionnaire/edit/kinds.ts';
import type { Translate } from '../../../words.ts';
import { useT } from '../../../words.ts';
import { branchInWords } from './branch-words.ts';
import { nameOf, type Row } from './naming.ts';
import { useRow } from './sorting.tsx';
import type { Drafting } from './use-draft.ts';

interface ListItemProps {
  row: Row;
  drafting: Drafting;
  chosen: boolean;
  ends: { first: boolean; last: boolean };
  onChoose: () => void;
  onUp: () => void;
  onDown: () => void;
}

/** "One choice. Fixed. If 2 is Dirty." */
function about({ item }: Row, { survey, guard }: Drafting, t: Translate): string {
  if (item.is === 'head') return t('builder.words');
  const { element } = item;
  const parts = [t(`builder.kind_${editKindOf(element)}`)];
  if (fixedOf(guard, element).words) parts.push(t('builder.fixed'));
  if (element.visibleIf !== undefined) parts.push(branchInWords(survey, element.visibleIf, t) ?? t('builder.some'));
  return parts.join('. ');
}

/** One row: what it is, a grip to drag it by, and buttons that move it. */
export function ListItem({ row, drafting, chosen, ends, onChoose, onUp, onDown }: ListItemProps) {
  const t = useT();
  const { ref, style, dragged, grip } = useRow(row.key);
  const name = nameOf(row, t);
  return (
    <li ref={ref} style={style} data-dragged={dragged || undefined}>
      {grip}
      <button type="button" className="builder-row" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
        <span className="builder-name">
          {row.number === null ? null : <b>{row.number}</b>} {name}
        </span>
        <span className="soft">{about(row, drafting, t)}</span>
      </button>
      <span className="builder-moves">
        <Button aria-label={t('builder.up', { name })} aria-disabled={ends.first} onClick={onUp}>
          ↑
        </Button>
        <Button aria-label={t('builder.down', { name })} aria-disabled={ends.last} onClick={onDown}>
          ↓
        </Button>
      </span>
    </li>
  );
}
