import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useQueryParam } from '../../go.tsx';
import { useApi } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { useT, wordOf } from '../../words.ts';

/** What is looked for stands in the address, so that a list can be sent to somebody and comes back on "Back". */
export function ResidentFilters() {
  const t = useT();
  const facets = useApi('GET /api/v1/residents/facets').data;
  const [q, find] = useQueryParam('q');
  const [area, setArea] = useQueryParam('area');
  const [tenure, setTenure] = useQueryParam('tenure');
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find(typed.trim());
  };
  const counted = (label: string, count: number) => `${label} (${sayNumber(count)})`;
  return (
    <search className="filters">
      <form className="row" onSubmit={submit}>
        <TextInput
          type="search"
          label={t('residents.words')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{t('residents.search')}</Button>
        <NativeSelect
          label={t('residents.area')}
          value={area}
          onChange={(event) => setArea(event.currentTarget.value)}
          data={[
            { value: '', label: t('people.all') },
            ...(facets?.areas ?? []).map(({ code, count }) => ({ value: code, label: counted(code, count) })),
          ]}
        />
        <NativeSelect
          label={t('residents.tenure')}
          value={tenure}
          onChange={(event) => setTenure(event.currentTarget.value)}
          data={[
            { value: '', label: t('people.all') },
            ...(facets?.tenures ?? []).map(({ code, count }) => ({
              value: code,
              label: counted(wordOf('tenure', code), count),
            })),
          ]}
        />
      </form>
    </search>
  );
}
