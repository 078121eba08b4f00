import { Go } from '../../go.tsx';
import { Empty } from '../../parts/empty.tsx';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';
import { ResidentPage } from './resident-page.tsx';

/** Panels and groups a resident is in; a comment is typed in where its meeting is. */
export default function ResidentGroups() {
  const t = useT();
  return (
    <ResidentPage part="resident.groups">
      {({ groups }) => (
        <section aria-labelledby="groups">
          <h2 id="groups">{t('resident.groups')}</h2>
          {groups.length === 0 ? <Empty>{t('resident.no_groups')}</Empty> : null}
          <ul>
            {groups.map(({ id, name, from }) => (
              <li key={id}>
                <Go to={`/groups/${id}`}>{name}</Go> {t('resident.group_since', { day: sayDay(from) })}
              </li>
            ))}
          </ul>
          {groups.length > 0 ? <p className="soft">{t('resident.type_comment')}</p> : null}
        </section>
      )}
    </ResidentPage>
  );
}
