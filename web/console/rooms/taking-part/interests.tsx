import { NativeSelect } from '@mantine/core';
import { comfortLevels, topics } from '../../../../surveys/groups/interests.ts';
import type { Answer } from '../../../shared/api.ts';
import { Go, GoButton, useQueryParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi, useList } from '../../query.ts';
import { sayDay, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { ChangeInterests } from './change-interests.tsx';
import { PartTabs } from './part-tabs.tsx';

type Interested = Answer<'GET /api/v1/interests'>['items'][number];

const levelWords = (t: Translate, level: number | null) =>
  t(`comfort.${comfortLevels.find((one) => one === level) ?? 0}`);
const whenWords = (t: Translate, when: readonly string[]) =>
  (['day', 'evening', 'weekend'] as const)
    .filter((one) => when.includes(one))
    .map((one) => t(`availability.${one}`))
    .join(', ');

const columns = (t: Translate): Column<Interested>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) => <Go to={`/residents/${residentId}`}>{name}</Go>,
  },
  { key: 'area', head: t('residents.area'), cell: ({ area }) => area ?? '' },
  {
    key: 'topics',
    head: t('part.topics'),
    cell: (one) => one.topics.map((topic) => t(`topic.${topic}`)).join(', '),
  },
  { key: 'level', head: t('part.level'), cell: ({ comfortLevel }) => levelWords(t, comfortLevel) },
  { key: 'when', head: t('part.availability'), cell: ({ availability }) => whenWords(t, availability) },
  { key: 'access', head: t('interests.access'), cell: ({ accessNeeds }) => accessNeeds.join(', ') },
  {
    key: 'last',
    head: t('interests.last'),
    cell: ({ lastInvitedAt }) => (lastInvitedAt === null ? t('interests.never') : sayDay(lastInvitedAt)),
  },
];

function Filters() {
  const t = useT();
  const [topic, setTopic] = useQueryParam('topic');
  const [level, setLevel] = useQueryParam('level');
  const [area, setArea] = useQueryParam('area');
  const counts = useApi('GET /api/v1/interests/topics').data?.items ?? [];
  const facets = useApi('GET /api/v1/residents/facets').data;
  const any = { value: '', label: t('part.any') };
  return (
    <search className="filters">
      <div className="row">
        <NativeSelect
          label={t('part.topics')}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          data={[
            any,
            ...counts.map((one) => ({
              value: one.topic,
              label: `${t(`topic.${one.topic}`)} (${sayNumber(one.count)})`,
            })),
          ]}
        />
        <NativeSelect
          label={t('part.level')}
          value={level}
          onChange={(event) => setLevel(event.currentTarget.value)}
          data={[any, ...comfortLevels.map((one) => ({ value: String(one), label: t(`comfort.${one}`) }))]}
        />
        <NativeSelect
          label={t('residents.area')}
          value={area}
          onChange={(event) => setArea(event.currentTarget.value)}
          data={[any, ...(facets?.areas ?? []).map(({ code }) => ({ value: code, label: code }))]}
        />
      </div>
    </search>
  );
}

/** Who is interested in what, how far they would go, and when they were last invited. */
export default function Interests() {
  const t = useT();
  const [topic] = useQueryParam('topic');
  const [level] = useQueryParam('level');
  const [area] = useQueryParam('area');
  const known = topics.find((one) => one === topic);
  const list = useList('GET /api/v1/interests', {
    query: { topic: known, level: level === '' ? undefined : Number(level), area: area || undefined },
  });
  return (
    <Page title={t('interests.title')} acts={<GoButton to="/events/new">{t('events.new')}</GoButton>}>
      <PartTabs />
      <Filters />
      <Listed list={list} what={t('interests.what')} empty={<Empty>{t('interests.none')}</Empty>}>
        {(items) => (
          <DataTable
            caption={t('interests.caption')}
            captionUnseen
            columns={columns(t)}
            rows={items}
            rowKey={({ residentId }) => residentId}
          />
        )}
      </Listed>
      <ChangeInterests />
    </Page>
  );
}
