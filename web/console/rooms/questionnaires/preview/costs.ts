import { sayMoney } from '../../../say.ts';
import type { Translate } from '../../../words.ts';

/** What one text costs: "2 parts, £0.07, plain letters". */
export function sayCosts(
  { segments, pence, encoding }: { segments: number; pence: number; encoding: string },
  t: Translate,
): string {
  const parts = t('preview.parts', { count: segments });
  return t('preview.costs', {
    parts,
    price: sayMoney(pence),
    encoding: t(encoding === 'ucs2' ? 'preview.encoding_ucs' : 'preview.encoding_gsm'),
  });
}
