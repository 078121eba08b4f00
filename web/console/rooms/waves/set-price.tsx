import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { useT } from '../../words.ts';

/** Where emails get a price: the way there for whoever may set one, else who can. */
export function SetPrice() {
  const t = useT();
  const maySet = useMay('administrator');
  return maySet ? <Go to="/settings/providers">{t('cost.set_price')}</Go> : t('cost.admin_sets');
}
