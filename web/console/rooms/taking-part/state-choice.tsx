import { NativeSelect } from '@mantine/core';
import { useQueryParam } from '../../go.tsx';
import { useT } from '../../words.ts';

/** Those who wait, or those who were dealt with; it stands in the address. */
export function OpenOrDecided() {
  const t = useT();
  const [state, setState] = useQueryParam('state');
  return (
    <search className="filters">
      <NativeSelect
        label={t('residents.status')}
        value={state}
        onChange={(event) => setState(event.currentTarget.value)}
        data={[
          { value: '', label: t('forward.open') },
          { value: 'decided', label: t('forward.decided') },
        ]}
      />
    </search>
  );
}
