import { NativeSelect, TextInput } from '@mantine/core';
import { fileAddress } from '../../../shared/api.ts';
import { Go, useQueryParam } from '../../go.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';

export const auditParams = ['who', 'action', 'subject', 'from', 'to'] as const;

/** What the address narrows the audit to. */
export function useAuditFilter(): Partial<Record<(typeof auditParams)[number], string>> {
  const [who] = useQueryParam('who');
  const [action] = useQueryParam('action');
  const [subject] = useQueryParam('subject');
  const [from] = useQueryParam('from');
  const [to] = useQueryParam('to');
  return Object.fromEntries(Object.entries({ who, action, subject, from, to }).filter(([, value]) => value !== ''));
}

const words = (action: string) => action.replaceAll(/[._]/g, ' ');

function Day({ name }: { name: 'from' | 'to' }) {
  const t = useT();
  const [day, setDay] = useQueryParam(name);
  return (
    <TextInput
      type="date"
      label={t(`audit.${name}`)}
      value={day}
      onChange={(event) => setDay(event.currentTarget.value)}
    />
  );
}

/** Who, what, about what, and between which days; each change shows at once. And the same lines as a file. */
export function AuditFilters() {
  const t = useT();
  const filter = useAuditFilter();
  const { data } = useApi('GET /api/v1/audit/facets');
  const [who, setWho] = useQueryParam('who');
  const [action, setAction] = useQueryParam('action');
  const [subject, setSubject] = useQueryParam('subject');
  return (
    <>
      <div className="row">
        <NativeSelect
          label={t('audit.who')}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
          data={[{ value: '', label: t('audit.anyone') }, ...(data?.who ?? [])]}
        />
        <NativeSelect
          label={t('audit.action')}
          value={action}
          onChange={(event) => setAction(event.currentTarget.value)}
          data={[
            { value: '', label: t('audit.anything') },
            ...(data?.actions ?? []).map((value) => ({ value, label: words(value) })),
          ]}
        />
        <TextInput
          label={t('audit.subject')}
          placeholder={t('audit.subject_hint')}
          maxLength={60}
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value.trim())}
        />
        <Day name="from" />
        <Day name="to" />
      </div>
      <div className="acts gap">
        <a className="go-button" href={fileAddress('GET /api/v1/audit.csv', { query: filter })} download>
          {t('audit.download')}
        </a>
        {Object.keys(filter).length > 0 ? <Go to="/settings/audit">{t('audit.clear')}</Go> : null}
      </div>
    </>
  );
}
