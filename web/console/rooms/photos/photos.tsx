import './photos.css';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { useList } from '../../query.ts';
import { useT } from '../../words.ts';
import { useWave, WavePage } from '../waves/wave-page.tsx';
import { Photo } from './photo.tsx';

function Photos({ wave }: { wave: string }) {
  const t = useT();
  const list = useList('GET /api/v1/photos', { query: { wave } });
  return (
    <Listed list={list} what={t('photos.what')} empty={<Empty act={t('photos.none_next')}>{t('photos.none')}</Empty>}>
      {(items) => (
        <ul className="plain photos" aria-label={t('photos.list')}>
          {items.map((one) => (
            <Photo key={one.id} one={one} />
          ))}
        </ul>
      )}
    </Listed>
  );
}

/** The photos of a closed wave, for those who may read own words: what they answer and roughly when, never who. */
export default function PhotosRoom() {
  const t = useT();
  return (
    <WavePage wave={useWave()} tab="photos">
      {({ id, status }) => (
        <>
          <p>{t('photos.about')}</p>
          {status === 'closed' ? <Photos wave={id} /> : <Empty>{t('photos.open_wave')}</Empty>}
        </>
      )}
    </WavePage>
  );
}
