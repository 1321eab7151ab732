import { Checkbox, Select } from 'antd';
import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { type CustomerPage, portalRoutes as routes } from '../contract.ts';
import { portalWords } from '../locales/words.ts';

/** Which photos of the order the customer sees, and of which job each is the reason. */
export function ReleasedPhotos({ page }: { page: CustomerPage }) {
  const say = useWords(portalWords);
  const release = useWriting(routes.release);
  const { orderId } = page;
  const jobs = [
    { value: '', label: say('noLine') },
    ...page.preview.lines.map(({ id, description }) => ({ value: id, label: description })),
  ];
  const set = (fileId: string, isReleased: boolean, lineId: string) =>
    release.mutate({
      params: { orderId },
      body: { fileId, isReleased, ...(lineId !== '' && { lineId }) },
    });
  return (
    <section className="portal-part">
      <h3>{say('photos')}</h3>
      <p className="soft">{say('photosLead')}</p>
      <ProblemNote problem={release.error} onAgain={release.again} />
      <ul className="portal-releases">
        {page.photos.map(({ fileId, caption, isReleased, lineId }) => (
          <li key={fileId}>
            <a href={pathOf(fileRoutes.read, { fileId })} target="_blank" rel="noreferrer">
              <img src={pathOf(fileRoutes.read, { fileId })} alt={caption} loading="lazy" />
            </a>
            <Checkbox
              checked={isReleased}
              disabled={release.isPending}
              onChange={({ target }) => set(fileId, target.checked, lineId ?? '')}
            >
              {caption || say('released')}
            </Checkbox>
            {isReleased && (
              <Select
                size="small"
                aria-label={`${say('forLine')}: ${caption}`}
                value={lineId ?? ''}
                options={jobs}
                popupMatchSelectWidth={false}
                onChange={(line) => set(fileId, true, line)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
